package dev.plumbline.migration;

import dev.plumbline.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * How long a script may still wait for locks. From the first one on for which others wait, whether it has it or waits for it
 * before them, all its further waiting adds to theirs. The server's own lock_timeout counts for each lock alone.
 */
final class LockBudget {

    private static final String WAITS = Sql.resource("migration/waits.sql");
    private static final Duration LEAST = Duration.ofMillis(100);

    /**
     * What is done concurrently waits for the transactions of others without keeping anybody waiting, and leaves half of
     * itself behind if it gives up.
     */
    private static final Pattern CONCURRENT = Pattern.compile("\\bconcurrently\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/");

    private final Duration whole;
    private final Clock clock;
    private final boolean transactional;
    private volatile boolean unlimited;
    private volatile Instant since;

    /**
     * @param transactional whether the script keeps its locks to its end
     */
    LockBudget(Duration whole, Clock clock, boolean transactional) {
        this.whole = whole;
        this.clock = clock;
        this.transactional = transactional;
    }

    /**
     * How a session stands to others.
     *
     * @param blocks whether it keeps others waiting, or would
     * @param waits whether it waits for a lock
     */
    private record Stand(boolean blocks, boolean waits) {

        /**
         * @param session the id of its server process; null for that of the connection
         */
        static Stand of(Connection connection, Integer session) throws SQLException {
            try (var statement = connection.prepareStatement(WAITS)) {
                statement.setObject(1, session, Types.INTEGER);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return new Stand(row.getBoolean("holds") || row.getBoolean("queues"), row.getBoolean("waits"));
                }
            }
        }
    }

    /** Before each statement, in the session of the script. */
    void apply(Connection connection, String sql) throws SQLException {
        if (!transactional) {
            renew();
            unlimited = CONCURRENT.matcher(COMMENT.matcher(sql).replaceAll(" ")).find();
            allow(connection, unlimited ? Duration.ZERO : whole);
            return;
        }
        if (since == null) {
            spend(Stand.of(connection, null));
        }
        if (since != null) {
            Duration left = whole.minus(spent());
            allow(connection, left.compareTo(LEAST) < 0 ? LEAST : left);
        }
    }

    /**
     * Meanwhile, from another session.
     *
     * @param session the id of the server process of the script's
     * @return whether the script waits and may not any more
     */
    boolean isSpent(Connection other, int session) throws SQLException {
        if (unlimited) {
            return false;
        }
        Stand stand = Stand.of(other, session);
        spend(stand);
        return stand.waits() && spent().compareTo(whole) > 0;
    }

    private synchronized Duration spent() {
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    private synchronized void spend(Stand stand) {
        if (since == null && stand.blocks()) {
            since = clock.instant();
        }
    }

    private synchronized void renew() {
        since = null;
    }

    /** Zero is without end. */
    private void allow(Connection connection, Duration wait) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute((transactional ? "set local" : "set") + " lock_timeout to " + wait.toMillis());
        }
    }
}
