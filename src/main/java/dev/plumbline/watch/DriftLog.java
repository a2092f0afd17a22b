package dev.plumbline.watch;

import static dev.plumbline.connection.LogText.oneLine;

import dev.plumbline.publication.Attempted;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.Report.Attribution;
import dev.plumbline.verification.Transition;
import dev.plumbline.verification.Verdict;
import dev.plumbline.verification.Verification;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Logs what has changed since the last verification, and for whom it cannot be told; nothing when nothing has. */
@Singleton
class DriftLog {

    private static final Logger LOG = Logger.getLogger("dev.plumbline.drift");

    private Optional<Verdict> last = Optional.empty();
    private boolean written;
    private boolean lost;
    private final Set<String> failing = new HashSet<>();

    synchronized void observe(@Observes Verification verification) {
        Report report = verification.report();
        if (verification.newest() && !last.equals(Optional.of(report.verdict()))) {
            last = Optional.of(report.verdict());
            String reason = report.reason().map(why -> ": " + why).orElse("");
            LOG.logf(
                    report.verdict() == Verdict.UNKNOWN ? Logger.Level.WARN : Logger.Level.INFO,
                    "verdict %s%s",
                    report.verdict(),
                    oneLine(reason));
        }
        if (verification.newest()) {
            report.attribution().ifPresent(this::attribute);
        }
        verification.transitions().forEach(DriftLog::log);
    }

    /** What is so at the start, the recorder itself says. */
    private void attribute(Attribution now) {
        if (written && !now.available()) {
            lost = true;
            LOG.warnf(
                    "who changes the schema is not written down any more: %s",
                    oneLine(now.reason().orElse("")));
        } else if (lost && now.available()) {
            lost = false;
            LOG.info("who changes the schema is written down again");
        }
        written = now.available();
    }

    /** The first time, and when it is over: a sink that cannot be told is tried for days. */
    synchronized void observe(@Observes Attempted attempted) {
        if (attempted.why().isPresent() && failing.add(attempted.sink())) {
            LOG.warnf(
                    "the sink %s cannot be told, and is tried again: %s",
                    attempted.sink(), oneLine(attempted.why().get()));
        } else if (attempted.why().isEmpty() && failing.remove(attempted.sink())) {
            LOG.infof("the sink %s is told again", attempted.sink());
        }
        if (attempted.outcome() == Attempted.Outcome.DEAD) {
            LOG.errorf("a message to the sink %s was given up: GET /schema/drift/dead-letters", attempted.sink());
        }
    }

    private static void log(Transition transition) {
        switch (transition.type()) {
            case OPENED -> LOG.warnf("drift opened: %s", told(transition));
            case CHANGED -> LOG.warnf("drift changed: %s", told(transition));
            case RESOLVED ->
                LOG.infof("drift resolved: %s", oneLine(transition.difference().path()));
            default -> throw new IllegalStateException("unknown transition " + transition.type());
        }
    }

    private static String told(Transition transition) {
        return "[" + transition.difference().severity().word() + "] "
                + oneLine(transition.difference().sentence())
                + transition.difference().by().stream()
                        .findFirst()
                        .map(author -> " By " + oneLine(author.words()) + others(transition))
                        .orElse("");
    }

    private static String others(Transition transition) {
        int others = transition.difference().by().size() - 1;
        return others == 0 ? "" : ", and before by " + others + " more";
    }
}
