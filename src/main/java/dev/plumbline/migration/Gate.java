package dev.plumbline.migration;

import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Lets a run change the schema only if nobody has since the last one. */
final class Gate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final LiveSchema schema;
    private final DriftGate mode;
    private boolean open;
    private boolean known;

    Gate(Ledger ledger, LiveSchema schema, DriftGate mode) {
        this.ledger = ledger;
        this.schema = schema;
        this.mode = mode;
    }

    /**
     * Before anything is run. From the first script or callback on, until the run has ended, nothing counts as left behind.
     *
     * @param pending whether there are scripts to run; callbacks are run without any, and are never refused
     * @throws DriftedException if the run may not begin
     */
    void pass(Attempt attempt, boolean pending) {
        known = await(ledger.leftBehind(schema.reading())).isPresent();
        if (pending) {
            pass(attempt);
            attempt.beforeFirstChange(this::open);
        } else {
            attempt.beforeFirstChange(() -> openUnlessDrifted(attempt));
        }
    }

    private void open() {
        await(ledger.forgetLeftBehind());
        open = true;
    }

    /** What was drift before callbacks has to be drift after them. */
    private void openUnlessDrifted(Attempt attempt) {
        Since since = Since.lastRun(ledger, schema, attempt.run().from());
        if (since.unknown().isEmpty() && since.changes().isEmpty()) {
            open();
        }
    }

    /** Whether something may have changed, and it was not drift that was changed. */
    boolean isOpen() {
        return open;
    }

    private void pass(Attempt attempt) {
        if (mode != DriftGate.IGNORE) {
            List<String> changes = changes(attempt);
            if (!changes.isEmpty() && mode == DriftGate.REFUSE) {
                throw new DriftedException(changes);
            }
            changes.forEach(change -> attempt.warn("drift since the last run: " + change));
        }
    }

    private List<String> changes(Attempt attempt) {
        Since since = Since.lastRun(ledger, schema, attempt.run().from());
        since.unknown().ifPresent(why -> attempt.warn("drift since the last run is not known: " + why));
        return since.changes();
    }

    /**
     * After the run, however it went. What half of a script has left is not kept: whoever undoes it makes no drift.
     *
     * @param succeeded whether it did
     * @param half whether there may be one that a run before has left
     */
    void leave(Attempt attempt, boolean succeeded, BooleanSupplier half) {
        Optional<String> obstacle = attempt.isHalfDone()
                ? Optional.of("it ended within a script without a transaction")
                : Optional.of("it has failed, and there may be half of a script that failed before")
                        .filter(why -> !succeeded && !known && attempt.executed() == 0 && half.getAsBoolean());
        obstacle.ifPresentOrElse(
                why -> attempt.warn("what this run has left was not kept, for " + why
                        + ": drift will not keep the next run from running"),
                () -> leave(attempt));
    }

    /** What is there now counts as left by the run. */
    void leave(Attempt attempt) {
        try {
            await(ledger.leave(attempt.id(), schema.snapshot(), schema.reading()));
        } catch (RuntimeException e) {
            attempt.warn("what this run has left was not kept, and drift will not keep the next from running: "
                    + Trouble.behind(e).message());
        }
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
