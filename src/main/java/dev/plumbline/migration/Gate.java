package dev.plumbline.migration;

import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.Ledger;
import dev.plumbline.ledger.LeftBehind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
     * Before anything is run. From here on, until the run has ended, nothing counts as left behind.
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
        await(ledger.forgetLeftBehind());
    }

    private List<String> changes(Attempt attempt) {
        Optional<LeftBehind> left = await(ledger.leftBehind());
        Optional<String> obstacle = left.isEmpty()
                ? attempt.run().from().map(version -> "no run has told what it has left")
                : left.filter(last -> !last.sameHistory())
                        .map(last -> "migrations were run by somebody else since")
                        .or(() -> left.filter(last -> !last.sameMajor())
                                .map(last -> "the server is of another major since"));
        obstacle.ifPresent(why -> attempt.warn("drift since the last run is not known: " + why));
        return obstacle.isPresent()
                ? List.of()
                : left.map(last -> schema.changesSince(last.snapshot())).orElse(List.of());
    }

    /** After the run, however it went. */
    void leave(Attempt attempt) {
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
