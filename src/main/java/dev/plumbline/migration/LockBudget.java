package dev.plumbline.migration;

import dev.plumbline.connection.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * How long a script may still wait for locks. From the first one on for which others wait, whether it has it or waits for it
 * before them, all its further waiting adds to theirs. The server's own lock_timeout counts for each lock alone. Of locks on
 * rows nobody can tell for which others would wait: they count from when somebody does.
 */
final class LockBudget {

    private static final String WAITS = Sql.resource("migration/waits.sql");

    /** Without a parameter, for the value of which the server would plan it each time. */
    private static final String OWN_WAITS = WAITS.replace("(?::", "(null::");

    private static final Duration LEAST = Duration.ofMillis(100);

    /**
     * What is done concurrently waits for the transactions of others without keeping anybody waiting, and leaves half of
     * itself behind if it gives up: the server must not end that. To detach a partition it then waits for a lock for which
     * others do wait.
     */
    private static final Pattern CONCURRENT = Pattern.compile("\\bconcurrently\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/");

    private final Duration whole;
    private final Clock clock;
    private final boolean transactional;
    private final boolean isAlone;
    private volatile boolean concurrent;
    private volatile Instant since;

    /**
     * @param transactional whether the script keeps its locks to its end
     * @param isAlone whether the session of the script is that of no one else, as behind a pooler
     */
    LockBudget(Duration whole, Clock clock, boolean transactional, boolean isAlone) {
        this.whole = whole;
        this.clock = clock;
        this.transactional = transactional;
        this.isAlone = isAlone;
    }

    /**
     * How a session stands to others.
     *
     * @param blocks whether it has, or waits for, a lock for which others wait, or would
     * @param wanted whether somebody waits for anything else that it has
     * @param waits whether it waits for a lock
     */
    private record Stand(boolean blocks, boolean wanted, boolean waits) {

        /**
         * That of the connection itself.
         *
         * @param keep whether the server may keep the question in its session, which is then answered in half the time
         */
        static Stand of(Connection connection, boolean keep) throws SQLException {
            try (var statement = connection.prepareStatement(OWN_WAITS)) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(keep ? 1 : 0);
                return of(statement);
            }
        }

        /**
         * @param session the id of its server process
         */
        static Stand of(Connection other, int session) throws SQLException {
            try (var statement = other.prepareStatement(WAITS)) {
                statement.setInt(1, session);
                return of(statement);
            }
        }

        private static Stand of(PreparedStatement question) throws SQLException {
            try (var row = question.executeQuery()) {
                row.next();
                return new Stand(
                        row.getBoolean("holds") || row.getBoolean("queues"),
                        row.getBoolean("wanted"),
                        row.getBoolean("waits"));
            }
        }
    }

    /** Before each statement, in the session of the script. */
    void apply(Connection connection, String sql) throws SQLException {
        boolean inTransaction = transactional || hasBegun(connection);
        concurrent = !inTransaction
                && CONCURRENT.matcher(COMMENT.matcher(sql).replaceAll(" ")).find();
        if (!inTransaction) {
            renew();
            allow(connection, "set", concurrent ? Duration.ZERO : whole);
            return;
        }
        if (since == null) {
            spend(Stand.of(connection, isAlone));
        }
        if (since != null) {
            Duration left = whole.minus(spent());
            allow(connection, "set local", left.compareTo(LEAST) < 0 ? LEAST : left);
        }
    }

    /** Whether a script that has no transaction has begun one itself. */
    private static boolean hasBegun(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    /**
     * Meanwhile, from another session.
     *
     * @param session the id of the server process of the script's
     * @return whether the script waits and may not any more
     */
    boolean isSpent(Connection other, int session) throws SQLException {
        Stand stand = Stand.of(other, session);
        spend(stand);
        return stand.waits() && spent().compareTo(whole) > 0;
    }

    private synchronized Duration spent() {
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    private synchronized void spend(Stand stand) {
        if (since == null && (stand.blocks() || stand.wanted() && !concurrent)) {
            since = clock.instant();
        }
    }

    private synchronized void renew() {
        since = null;
    }

    /** Zero is without end. */
    private static void allow(Connection connection, String set, Duration wait) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(set + " lock_timeout to " + wait.toMillis());
        }
    }
}
