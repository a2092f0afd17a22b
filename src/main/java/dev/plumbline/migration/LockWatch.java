package dev.plumbline.migration;

import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Pooler;
import dev.plumbline.connection.SessionSettings;
import dev.plumbline.connection.Sql;
import dev.plumbline.connection.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Looks on from another session while a script runs, and ends its waiting for locks when its budget is spent or nobody would
 * get any further, or all that it does when the run is to stop. Meanwhile it gives signs of life where Flyway itself gives none.
 */
final class LockWatch implements SessionSettings.Listener, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LockWatch.class);
    private static final String END = Sql.resource("migration/end_statement.sql");
    private static final String STUCK = Sql.resource("migration/stuck.sql");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int BEATS = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final DataSource database;
    private final Attempt attempt;
    private final MigrationConfig config;
    private final Clock clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(LockWatch::thread);
    private volatile Script script;
    private volatile Connection lock;
    private volatile Instant beaten = Instant.EPOCH;
    private boolean troubled;

    /**
     * A script or callback that runs now.
     *
     * @param session the id of its server process
     * @param since when its transaction began: behind a pooler, the session is somebody else's next; empty if it has none
     */
    private record Script(int session, Optional<String> since, LockBudget budget) {}

    LockWatch(DataSource database, Attempt attempt, MigrationConfig config, Clock clock) {
        this.database = database;
        this.attempt = attempt;
        this.config = config;
        this.clock = clock;
        looks.scheduleWithFixedDelay(
                this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "lock-watch");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void begins(Connection connection) throws SQLException {
        attempt.changesSomething();
        boolean transactional = !connection.getAutoCommit();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_catalog.pg_backend_pid(), pg_catalog.now()")) {
            row.next();
            script = new Script(
                    row.getInt(1),
                    transactional ? Optional.of(row.getString(2)) : Optional.empty(),
                    new LockBudget(
                            config.lockTimeout(), clock, transactional, Pooler.isNone(connection, row.getInt(1))));
        }
    }

    /** Whether it has been told of the script that runs now. */
    boolean knowsTheScript() {
        return script != null;
    }

    /** Of the script that began last. */
    LockBudget budget() {
        return script.budget;
    }

    /** Nothing runs any more. */
    void end() {
        script = null;
    }

    /** The server must not wait for ever for a process that is frozen. */
    @Override
    public void locks(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute((connection.getAutoCommit()
                            ? "set idle_session_timeout"
                            : "set local idle_in_transaction_session_timeout")
                    + " to " + config.silenceTimeout().toMillis());
        }
        beaten = clock.instant();
        lock = connection;
    }

    @Override
    public void unlocks() {
        lock = null;
    }

    /** The driver lets one thread after the other use a connection. */
    private void beat() {
        Connection holder = lock;
        if (holder == null
                || clock.instant().isBefore(beaten.plus(config.silenceTimeout().dividedBy(BEATS)))) {
            return;
        }
        beaten = clock.instant();
        try (var statement = holder.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            LOG.debugf(e, "run %s: no sign of life was given, which Flyway will find out", attempt.id());
        }
    }

    private void look() {
        beat();
        Script now = script;
        if (now == null) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local statement_timeout to " + TIMEOUT.toMillis());
                if (attempt.isStopped()) {
                    end(connection, now, true);
                } else if (now.budget.isSpent(connection, now.session)
                        || attempt.givesWay() && now.since.isPresent() && isStuck(connection, now.session)) {
                    endWait(connection, now);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException e) {
            tell(e);
        }
    }

    /** Whether it and the application wait for each other: PostgreSQL does not care which of them can be tried again. */
    private static boolean isStuck(Connection connection, int session) throws SQLException {
        try (var statement = connection.prepareStatement(STUCK)) {
            statement.setInt(1, session);
            statement.setInt(2, session);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean("stuck");
            }
        }
    }

    /** Told first, for the script's own thread hears of it at once, and taken back if it has got its lock meanwhile. */
    private void endWait(Connection connection, Script now) throws SQLException {
        attempt.waitedTooLong(true);
        attempt.waitedTooLong(end(connection, now, false));
    }

    private static boolean end(Connection connection, Script now, boolean whateverItDoes) throws SQLException {
        try (var statement = connection.prepareStatement(END)) {
            statement.setInt(1, now.session);
            statement.setString(2, now.since.orElse(null));
            statement.setBoolean(3, whateverItDoes);
            try (var ended = statement.executeQuery()) {
                return ended.next();
            }
        }
    }

    /** It does not end the migration, which has a timeout for each single lock. */
    private void tell(Exception trouble) {
        if (!troubled) {
            troubled = true;
            String message = "whether it kept others waiting could not be seen at times: "
                    + Trouble.behind(trouble).message();
            attempt.warn(message);
            LOG.warnf("run %s: %s", attempt.id(), LogText.oneLine(message));
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
