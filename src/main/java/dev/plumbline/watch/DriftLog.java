package dev.plumbline.watch;

import static dev.plumbline.connection.LogText.oneLine;

import dev.plumbline.verification.Report;
import dev.plumbline.verification.Report.Attribution;
import dev.plumbline.verification.Transition;
import dev.plumbline.verification.Verdict;
import dev.plumbline.verification.Verification;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Logs what has changed since the last verification, and nothing when nothing has. */
@Singleton
class DriftLog {

    private static final Logger LOG = Logger.getLogger("dev.plumbline.drift");

    private Optional<Verdict> last = Optional.empty();
    private Optional<Attribution> attribution = Optional.empty();

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
        boolean was = attribution.map(Attribution::available).orElse(now.available());
        attribution = Optional.of(now);
        if (was && !now.available()) {
            LOG.warnf(
                    "who changes the schema is not written down any more: %s",
                    oneLine(now.reason().orElse("")));
        } else if (!was && now.available()) {
            LOG.info("who changes the schema is written down again");
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
                        .map(author -> " By " + oneLine(author.words()))
                        .orElse("");
    }
}
