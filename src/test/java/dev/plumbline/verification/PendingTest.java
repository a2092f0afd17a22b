package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.contract.Migration;
import dev.plumbline.ledger.Applied;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingTest {

    private static final Migration FIRST = new Migration(Optional.of("1"), "first", Optional.of(1));
    private static final Migration SECOND = new Migration(Optional.of("2"), "second", Optional.of(2));
    private static final Migration VIEWS = new Migration(Optional.empty(), "views", Optional.of(3));

    @Test
    void whatHasNotRunIsPending() {
        assertEquals(List.of(SECOND, VIEWS), pending(applied("1", "first", 1, "SQL")));
    }

    @Test
    void whatRanFromAnotherTextIsPending() {
        assertEquals(
                List.of(SECOND, VIEWS),
                pending(
                        applied("1", "first", 1, "SQL"),
                        applied("2", "second", 9, "SQL"),
                        applied(null, "views", 9, "SQL")));
    }

    @Test
    void theLastWordOfTheHistoryCounts() {
        assertEquals(
                List.of(SECOND),
                pending(
                        applied("1", "first", 1, "SQL"),
                        applied("2", "second", 2, "SQL"),
                        applied("2", "second", 2, "UNDO_SQL"),
                        applied(null, "views", 9, "SQL"),
                        applied(null, "views", 3, "SQL")));
    }

    @Test
    void whatABaselineCoversHasRun() {
        assertEquals(List.of(SECOND, VIEWS), pending(applied("1.5", "<< Flyway Baseline >>", null, "BASELINE")));
    }

    @Test
    void whatFailedIsPending() {
        assertEquals(
                List.of(FIRST, SECOND, VIEWS),
                pending(new Applied(Optional.of("1"), "first", Optional.of(1), false, "SQL")));
    }

    private static List<Migration> pending(Applied... history) {
        return Pending.of(List.of(FIRST, SECOND, VIEWS), Arrays.asList(history)).migrations();
    }

    private static Applied applied(String version, String description, Integer checksum, String type) {
        return new Applied(Optional.ofNullable(version), description, Optional.ofNullable(checksum), true, type);
    }
}
