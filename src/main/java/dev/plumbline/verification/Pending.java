package dev.plumbline.verification;

import dev.plumbline.contract.Migration;
import dev.plumbline.ledger.Applied;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The contract's migrations that a database has not had.
 *
 * @param migrations in the order in which they will run
 */
public record Pending(List<Migration> migrations) {

    private static final String BASELINE = "BASELINE";
    private static final String UNDO = "UNDO";
    private static final String DELETED = "DELETE";

    static Pending of(List<Migration> promised, List<Applied> history) {
        return new Pending(promised.stream()
                .filter(migration -> !hasRun(migration, history))
                .toList());
    }

    public boolean isEmpty() {
        return migrations.isEmpty();
    }

    /** The reason for the verdict, for people. */
    public String reason() {
        return migrations.stream()
                .map(Migration::title)
                .collect(
                        Collectors.joining(", ", "these migrations have not run here as they are in this build: ", ""));
    }

    /** The last word of the history counts: what ran and was then undone, or ran as another script, has not run. */
    private static boolean hasRun(Migration migration, List<Applied> history) {
        Optional<Applied> last = history.stream()
                .filter(applied -> applied.version().equals(migration.version()))
                .filter(applied ->
                        migration.version().isPresent() || applied.description().equals(migration.description()))
                .reduce((earlier, later) -> later);
        return last.map(applied -> isSame(migration, applied)).orElseGet(() -> isBelowBaseline(migration, history));
    }

    private static boolean isSame(Migration migration, Applied applied) {
        return applied.success()
                && !applied.type().startsWith(UNDO)
                && !applied.type().equals(DELETED)
                && (applied.type().equals(BASELINE) || applied.checksum().equals(migration.checksum()));
    }

    private static boolean isBelowBaseline(Migration migration, List<Applied> history) {
        return migration.version().isPresent()
                && history.stream()
                        .filter(applied -> applied.type().equals(BASELINE))
                        .flatMap(applied -> applied.version().stream())
                        .anyMatch(baseline -> MigrationVersion.fromVersion(baseline)
                                        .compareTo(MigrationVersion.fromVersion(
                                                migration.version().get()))
                                >= 0);
    }
}
