package dev.plumbline.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.ledger.Traces;
import dev.plumbline.ledger.Unfinished;
import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run whose process has gone is told by what Flyway's history has, whatever was written down before. */
class InterruptionTest {

    /** The history's word is true where the script is in it, false where it has failed there, and missing. */
    @ParameterizedTest
    @CsvSource({
        "RUNNING,   true,  true,  SUCCEEDED,   between two scripts",
        "RUNNING,   true,  ,      INTERRUPTED, nothing has taken effect",
        "SUCCEEDED, true,  true,  SUCCEEDED,   between two scripts",
        "SUCCEEDED, true,  ,      INTERRUPTED, nothing has taken effect",
        "RUNNING,   false, true,  SUCCEEDED,   between two scripts",
        "RUNNING,   false, false, FAILED,      a part of it may have taken effect",
        "RUNNING,   false, ,      INTERRUPTED, public.left_idx",
        "SUCCEEDED, false, ,      INTERRUPTED, a part of it may have taken effect",
        "FAILED,    true,  ,      FAILED,      between two scripts"
    })
    void isToldByTheHistory(Outcome written, boolean transactional, Boolean inHistory, Outcome told, String message) {
        Script script =
                new Script("V1.sql", Optional.of("1"), "one", transactional, written, Optional.empty(), List.of());
        Run run = Interruption.of(
                run(script),
                new Traces(
                        inHistory == null ? Map.of() : Map.of("V1.sql", inHistory),
                        List.of(new Unfinished("index public.left_idx", "drop index public.left_idx"))));
        assertEquals(Outcome.INTERRUPTED, run.outcome());
        assertEquals(told, run.scripts().get(0).outcome());
        Failure failure = run.failure().orElseThrow();
        assertTrue(failure.message().contains(message), failure::message);
        assertEquals(!failure.message().contains("a part of it"), failure.retryable());
        assertEquals(
                failure.message().contains("a part of it"),
                failure.remedy().orElseThrow().contains("/repair"));
    }

    private static Run run(Script script) {
        return new Run(
                UUID.randomUUID(),
                Outcome.RUNNING,
                Instant.EPOCH,
                Optional.empty(),
                "fingerprint",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(script),
                Optional.empty(),
                Optional.empty());
    }
}
