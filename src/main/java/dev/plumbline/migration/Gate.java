package dev.plumbline.migration;

import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Lets a run change the schema only if nobody has since the last one. */
final class Gate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final LiveSchema schema;
    private final DriftGate mode;

    Gate(Ledger ledger, LiveSchema schema, DriftGate mode) {
        this.ledger = ledger;
        this.schema = schema;
        this.mode = mode;
    }

    /**
     * Before anything is run. From the first script on, until the run has ended, nothing counts as left behind.
     *
     * @throws DriftedException if the run may not begin
     */
    void pass(Attempt attempt) {
        if (mode != DriftGate.IGNORE) {
            List<String> changes = changes(attempt);
            if (!changes.isEmpty() && mode == DriftGate.REFUSE) {
                throw new DriftedException(changes);
            }
            changes.forEach(change -> attempt.warn("drift since the last run: " + change));
        }
        attempt.beforeFirstScript(() -> await(ledger.forgetLeftBehind()));
    }

    private List<String> changes(Attempt attempt) {
        Since since = Since.lastRun(ledger, schema, attempt.run().from());
        since.unknown().ifPresent(why -> attempt.warn("drift since the last run is not known: " + why));
        return since.changes();
    }

    /**
     * After the run, however it went. What half of a script has left is not kept: whoever undoes it makes no drift.
     */
    void leave(Attempt attempt) {
        if (attempt.isHalfDone()) {
            attempt.warn("what this run has left was not kept, for it ended within a script without a transaction:"
                    + " drift will not keep the next run from running");
            return;
        }
        try {
            await(ledger.leave(attempt.id(), schema.snapshot()));
        } catch (RuntimeException e) {
            attempt.warn("what this run has left was not kept, and drift will not keep the next from running: "
                    + Trouble.behind(e).message());
        }
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
