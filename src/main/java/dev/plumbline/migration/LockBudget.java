package dev.plumbline.migration;

import dev.plumbline.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * How long a script may still wait for locks. From its first lock on that others wait for it, all its further waiting adds
 * to theirs.
 */
final class LockBudget {

    private static final String BLOCKS_OTHERS = Sql.resource("migration/blocks_others.sql");
    private static final Duration LEAST = Duration.ofMillis(100);

    /**
     * What is done concurrently waits for the transactions of others without keeping anybody waiting, and leaves half of
     * itself behind if it gives up.
     */
    private static final Pattern CONCURRENT = Pattern.compile("\\bconcurrently\\b", Pattern.CASE_INSENSITIVE);

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
    void apply(Connection connection, String sql) throws SQLException {
        if (!transactional) {
            allow(connection, CONCURRENT.matcher(sql).find() ? Duration.ZERO : whole);
        } else if (since != null || blocksOthers(connection)) {
            since = since == null ? clock.instant() : since;
            Duration left = whole.minus(Duration.between(since, clock.instant()));
            allow(connection, left.compareTo(LEAST) < 0 ? LEAST : left);
        }
    }

    /** Zero is without end. */
    private void allow(Connection connection, Duration wait) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute((transactional ? "set local" : "set") + " lock_timeout to " + wait.toMillis());
        }
    }

    private static boolean blocksOthers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(BLOCKS_OTHERS)) {
            return rows.next() && rows.getBoolean("blocks");
        }
    }
}
