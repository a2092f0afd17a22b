package dev.plumbline.migration;

import dev.plumbline.ledger.Ledger;
import dev.plumbline.ledger.LeftBehind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has changed since the last run.
 *
 * @param changes a sentence each
 * @param unknown why that is not known
 */
public record Since(List<String> changes, Optional<String> unknown) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Looks now.
     *
     * @param version the schema's; empty before the first migration
     * @throws RuntimeException if not everything could be read
     */
    public static Since lastRun(Ledger ledger, LiveSchema schema, Optional<String> version) {
        Optional<LeftBehind> left = await(ledger.leftBehind(schema.reading()));
        Optional<String> obstacle = left.isEmpty()
                ? version.map(some -> "no run has told what it has left")
                : left.filter(last -> !last.sameHistory())
                        .map(last -> "migrations were run by somebody else since")
                        .or(() -> left.filter(last -> !last.sameMajor())
                                .map(last -> "the server is of another major since"))
                        .or(() -> left.filter(last -> !last.sameReading())
                                .map(last -> "another version of Plumbline has kept it"));
        return new Since(
                obstacle.isPresent()
                        ? List.of()
                        : left.map(last -> schema.changesSince(last.snapshot())).orElse(List.of()),
                obstacle);
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
