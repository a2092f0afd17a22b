package dev.plumbline.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a script may still wait for locks, from the first lock on for which others wait. */
class LockBudgetTest {

    private static final Duration WHOLE = Duration.ofSeconds(5);

    private final MovedClock clock = new MovedClock();
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        database = TestServer.ofDefaultMajor().emptyDatabase();
        database.execute("create table public.old (id integer); create view public.seen as select id from public.old");
        connection = database.connect();
        connection.setAutoCommit(false);
        execute("set local lock_timeout to '5s'");
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void nothingIsTakenFromItWhileNobodyWaits() throws SQLException {
        var budget = new LockBudget(WHOLE, clock, true, true);
        execute("create table public.new (id integer); alter table public.new add column note text;"
                + "select * from public.old");
        budget.apply(connection, "select 1");
        clock.move(Duration.ofSeconds(9));
        budget.apply(connection, "select 1");
        assertEquals("5s", lockTimeout());
    }

    @Test
    void whatIsLeftOfItShrinksFromTheFirstLockOnAndIsNeverWithoutEnd() throws SQLException {
        var budget = new LockBudget(WHOLE, clock, true, true);
        execute("alter table public.old add column note text");
        budget.apply(connection, "select 1");
        assertEquals("5s", lockTimeout());
        clock.move(Duration.ofSeconds(3));
        budget.apply(connection, "select 1");
        assertEquals("2s", lockTimeout());
        clock.move(Duration.ofSeconds(3));
        budget.apply(connection, "select 1");
        assertEquals("100ms", lockTimeout());
    }

    @Test
    void aViewIsWaitedForLikeATable() throws SQLException {
        var budget = new LockBudget(WHOLE, clock, true, true);
        execute("create view public.new as select id from public.old");
        budget.apply(connection, "select 1");
        execute("create or replace view public.seen as select id from public.old where id > 0");
        budget.apply(connection, "select 1");
        clock.move(Duration.ofSeconds(3));
        budget.apply(connection, "select 1");
        assertEquals("2s", lockTimeout());
    }

    @Test
    void whoWaitsForALockBeforeOthersSpendsItMeanwhile() throws SQLException {
        var budget = new LockBudget(WHOLE, clock, true, true);
        budget.apply(connection, "lock table public.old");
        try (Connection reader = database.connect();
                Connection watch = database.connect();
                var reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("select * from public.old");
            int session = Integer.parseInt(value("select pg_backend_pid()"));
            var waiting = CompletableFuture.runAsync(() -> lockOld());
            Until.isTrue(() -> !database.rows("select 1 from pg_locks where not granted"
                            + " and waitstart < clock_timestamp() - interval '100 ms'")
                    .isEmpty());
            assertFalse(budget.isSpent(watch, session));
            clock.move(WHOLE);
            assertFalse(budget.isSpent(watch, session));
            clock.move(Duration.ofMillis(1));
            assertTrue(budget.isSpent(watch, session));
            reader.commit();
            waiting.join();
            assertFalse(budget.isSpent(watch, session), "it waits no more");
        }
    }

    private void lockOld() {
        try {
            execute("lock table public.old");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRowCountsFromWhenSomebodyWaitsForIt() throws SQLException {
        database.execute("insert into public.old values (1)");
        var budget = new LockBudget(WHOLE, clock, true, true);
        execute("update public.old set id = 2");
        budget.apply(connection, "select 1");
        clock.move(Duration.ofSeconds(3));
        budget.apply(connection, "select 1");
        assertEquals("5s", lockTimeout());
        try (Connection writer = database.connect();
                Connection watch = database.connect();
                var writing = writer.createStatement()) {
            int session = Integer.parseInt(value("select pg_backend_pid()"));
            var waiting = CompletableFuture.runAsync(() -> execute(writing, "update public.old set id = 3"));
            Until.isTrue(() ->
                    !database.rows("select 1 from pg_locks where not granted").isEmpty());
            assertFalse(budget.isSpent(watch, session));
            clock.move(Duration.ofSeconds(3));
            budget.apply(connection, "select 1");
            assertEquals("2s", lockTimeout());
            connection.rollback();
            waiting.join();
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTransactionOfAScriptsOwnHasOne() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        var budget = new LockBudget(WHOLE, clock, false, true);
        budget.apply(connection, "begin");
        execute("begin");
        budget.apply(connection, "alter table public.old add column note text");
        execute("alter table public.old add column note text");
        budget.apply(connection, "select 1");
        clock.move(Duration.ofSeconds(3));
        budget.apply(connection, "select 1");
        assertEquals("2s", lockTimeout());
        execute("commit");
        budget.apply(connection, "select 1");
        assertEquals("5s", lockTimeout());
    }

    @Test
    void aPartitionThatIsDetachedConcurrentlyMayNotKeepOthersWaiting() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        database.execute("create table public.whole (id integer) partition by list (id);"
                + "create table public.part partition of public.whole for values in (1)");
        String detach = "alter table public.whole detach partition public.part concurrently";
        try (Connection reader = database.connect();
                Connection watch = database.connect();
                var reading = reader.createStatement();
                var detaching = connection.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("select * from public.part");
            var budget = new LockBudget(WHOLE, clock, false, true);
            budget.apply(connection, detach);
            assertEquals("0", lockTimeout());
            int session = Integer.parseInt(value("select pg_backend_pid()"));
            var waiting = CompletableFuture.runAsync(() -> execute(detaching, detach));
            Until.isTrue(
                    () -> !database.rows("select 1 from pg_locks where not granted and mode = 'AccessExclusiveLock'"
                                    + " and waitstart < clock_timestamp() - interval '100 ms'")
                            .isEmpty());
            assertFalse(budget.isSpent(watch, session));
            clock.move(WHOLE.plusMillis(1));
            assertTrue(budget.isSpent(watch, session));
            reader.commit();
            waiting.join();
        }
    }

    @Test
    void whatIsDoneConcurrentlyKeepsNobodyWaitingAndMayWait() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        var budget = new LockBudget(WHOLE, clock, false, true);
        budget.apply(connection, "create index CONCURRENTLY old_idx on public.old (id)");
        assertEquals("0", lockTimeout());
        budget.apply(connection, "-- not concurrently\nalter table public.old /* CONCURRENTLY */ add column note text");
        assertEquals("5s", lockTimeout());
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String lockTimeout() throws SQLException {
        return value("show lock_timeout");
    }

    private String value(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.EPOCH;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
