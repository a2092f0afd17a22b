package dev.plumbline.verification;

import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.DriftLedger;
import dev.plumbline.ledger.Horizon;
import dev.plumbline.ledger.Known;
import dev.plumbline.ledger.OpenDifference;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/** The ledger as a memory of all replicas. Where it cannot be written to, each goes on with a memory of its own. */
public final class LedgerMemory implements Memory {

    private static final Logger LOG = Logger.getLogger(LedgerMemory.class);

    /** How old the time may become at which what is known was last seen to be so. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final DriftLedger ledger;
    private final Duration patience;
    private volatile Optional<String> told = Optional.empty();

    /**
     * @param patience a verification waits no longer for what it can do without
     */
    public LedgerMemory(DriftLedger ledger, Duration patience) {
        this.ledger = ledger;
        this.patience = patience;
    }

    @Override
    public Uni<Keeper> recall(OpenDrift open) {
        return ledger.recall()
                .ifNoItem()
                .after(patience)
                .fail()
                .map(recalled -> recalled.known()
                        .map(known -> keeper(open, known))
                        .orElseGet(() -> without(
                                open,
                                recalled.obstacle().orElse(""),
                                recalled.early() ? Logger.Level.INFO : Logger.Level.WARN)))
                .onFailure()
                .recoverWithItem(
                        failure -> without(open, Trouble.behind(failure).message(), Logger.Level.WARN));
    }

    @Override
    public Uni<Optional<Remembered>> remembered() {
        return ledger.recall()
                .map(recalled -> recalled.known()
                        .filter(known -> known.verdict()
                                .map(Verdict::valueOf)
                                .filter(Verdict::concludes)
                                .isPresent())
                        .flatMap(known -> known.at()
                                .map(at -> new Remembered(
                                        at, Judgement.differences(known).values()))))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private Keeper keeper(OpenDrift open, Known known) {
        Map<String, Optional<Horizon>> since =
                known.open().stream().collect(Collectors.toMap(OpenDifference::path, OpenDifference::madeSince));
        open.adopt(Judgement.differences(known), since, known.horizon());
        return (verification, madeSince, horizon) -> keep(known, verification.report(), madeSince, horizon)
                .invoke(kept -> open.isKept(kept.isPresent()))
                .map(kept -> kept.orElse(verification));
    }

    /**
     * What is known need not be written again; what is not known is looked at once more, for others may know it by now. Empty if
     * it could not be written.
     */
    private Uni<Optional<Verification>> keep(
            Known before, Report report, Function<String, Optional<Horizon>> madeSince, Optional<Horizon> horizon) {
        if (isBehind(before, report)) {
            return unchanged(report);
        }
        if (isKnown(before, report)) {
            tell(Optional.empty(), Logger.Level.INFO);
            return unchanged(report);
        }
        var judged = new Judgement(before.now(), report, madeSince, horizon);
        return ledger.write(judged::of)
                .ifNoItem()
                .after(patience)
                .fail()
                .invoke(() -> tell(Optional.empty(), Logger.Level.INFO))
                .map(written -> Optional.of(new Verification(report, judged.news(), !judged.isOvertaken())))
                .onFailure()
                .recoverWithItem(failure -> {
                    tell(Optional.of(Trouble.behind(failure).message()), Logger.Level.WARN);
                    return Optional.empty();
                });
    }

    private static Uni<Optional<Verification>> unchanged(Report report) {
        return Uni.createFrom().item(Optional.of(new Verification(report, List.of(), true)));
    }

    /** A build that knows less migrations than have run is about to be replaced: what it takes for drift is none. */
    private static boolean isBehind(Known known, Report report) {
        return known.migratedTo()
                .filter(version -> MigrationVersion.fromVersion(version)
                                .compareTo(MigrationVersion.fromVersion(
                                        report.contract().version().equals("none")
                                                ? "0"
                                                : report.contract().version()))
                        > 0)
                .isPresent();
    }

    private static boolean isKnown(Known known, Report report) {
        return known.verdict().equals(Optional.of(report.verdict().name()))
                && known.at()
                        .filter(at -> at.plus(STALE).isAfter(report.finishedAt()))
                        .isPresent()
                && Judgement.transitions(known, report).isEmpty();
    }

    private Keeper without(OpenDrift open, String obstacle, Logger.Level level) {
        open.isKept(false);
        tell(Optional.of(obstacle), level);
        return (verification, madeSince, horizon) -> Uni.createFrom().item(verification);
    }

    private void tell(Optional<String> obstacle, Logger.Level level) {
        if (!obstacle.equals(told)) {
            told = obstacle;
            LOG.logf(
                    level,
                    "what differs is %s",
                    obstacle.map(why -> "kept in memory only, and told to no sink: " + LogText.oneLine(why))
                            .orElse("kept in the ledger"));
        }
    }
}
