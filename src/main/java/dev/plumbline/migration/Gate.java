package dev.plumbline.migration;

import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.Ledger;
import dev.plumbline.ledger.LeftBehind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets a run change the schema only if nobody has since the last one. */
final class Gate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final LiveSchema schema;
    private final DriftGate mode;
    private final Optional<String> half;
    private Optional<String> leftBefore = Optional.empty();
    private Optional<String> before = Optional.empty();
    private boolean open;

    /**
     * @param half the script of which an earlier run may have left half
     */
    Gate(Ledger ledger, LiveSchema schema, DriftGate mode, Optional<String> half) {
        this.ledger = ledger;
        this.schema = schema;
        this.mode = mode;
        this.half = half;
    }

    /**
     * Before anything is run. From the first script or callback on, until the run has ended, nothing counts as left behind.
     *
     * @param pending the scripts to run; callbacks are run without any, and are never refused
     * @throws HalfDoneException if one of them may have been done in part
     * @throws DriftedException if the run may not begin
     */
    void pass(Attempt attempt, List<String> pending) {
        half.filter(pending::contains).ifPresent(script -> {
            throw new HalfDoneException(script);
        });
        if (!pending.isEmpty()) {
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
        List<String> changes = changes(attempt);
        if (!changes.isEmpty() && mode == DriftGate.REFUSE) {
            throw new DriftedException(changes);
        }
        if (!changes.isEmpty()) {
            leftBefore = await(ledger.leftBehind(schema.reading())).map(LeftBehind::snapshot);
            before = Optional.of(schema.snapshot());
        }
        changes.forEach(change -> attempt.warn("drift since the last run: " + change));
    }

    /** Who wants it ignored may want that because it cannot be looked at. */
    private List<String> changes(Attempt attempt) {
        try {
            Since since = Since.lastRun(ledger, schema, attempt.run().from());
            since.unknown().ifPresent(why -> attempt.warn("drift since the last run is not known: " + why));
            return since.changes();
        } catch (RuntimeException e) {
            if (mode != DriftGate.IGNORE) {
                throw e;
            }
            attempt.warn("drift since the last run is not known: "
                    + Trouble.behind(e).message());
            return List.of();
        }
    }

    /**
     * After the run, however it went. What half of a script has left is not kept: whoever undoes it makes no drift. Drift that a
     * run was let over which then has changed nothing is drift still.
     *
     * @param succeeded whether it did
     */
    void leave(Attempt attempt, boolean succeeded) {
        if (attempt.isHalfDone()) {
            attempt.warn("what this run has left was not kept, for it ended within a script without a transaction:"
                    + " drift will not keep the next run from running");
        } else {
            leave(attempt, () -> {
                String now = schema.snapshot();
                return leftBefore
                        .filter(left -> !succeeded && before.filter(now::equals).isPresent())
                        .orElse(now);
            });
        }
    }

    /** What is there now counts as left by the run. */
    void leave(Attempt attempt) {
        leave(attempt, schema::snapshot);
    }

    private void leave(Attempt attempt, Supplier<String> snapshot) {
        try {
            await(ledger.leave(attempt.id(), snapshot.get(), schema.reading()));
        } catch (RuntimeException e) {
            attempt.warn("what this run has left was not kept, and drift will not keep the next from running: "
                    + Trouble.behind(e).message());
        }
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
