package dev.plumbline.migration;

import dev.plumbline.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a script may still wait for locks. From its first lock on that others wait for it, all its further waiting adds
 * to theirs.
 */
final class LockBudget {

    private static final String BLOCKS_OTHERS = Sql.resource("migration/blocks_others.sql");
    private static final Duration LEAST = Duration.ofMillis(100);

    private final Duration whole;
    private final Clock clock;
    private final boolean transactional;
    private Instant since;

    /**
     * @param transactional whether the script keeps its locks to its end
     */
    LockBudget(Duration whole, Clock clock, boolean transactional) {
        this.whole = whole;
        this.clock = clock;
        this.transactional = transactional;
    }

    /** Before each statement. */
    void apply(Connection connection) throws SQLException {
        if (!transactional || since == null && !blocksOthers(connection)) {
            return;
        }
        if (since == null) {
            since = clock.instant();
        }
        Duration left = whole.minus(Duration.between(since, clock.instant()));
        Duration next = left.compareTo(LEAST) < 0 ? LEAST : left;
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout to " + next.toMillis());
        }
    }

    private static boolean blocksOthers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(BLOCKS_OTHERS)) {
            return rows.next() && rows.getBoolean("blocks");
        }
    }
}
