package dev.plumbline.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.connection.Pooler;
import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.migration.Start.Busy;
import dev.plumbline.testing.Bouncer;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations through a pooler, which gives a client a session, or each of its transactions whichever is free. */
@EnabledIf("isInstalled")
class PoolerTest {

    /** That are of the session itself, but for those that a driver asks for and a pooler hands on. */
    private static final String SETTINGS = "select name || ' is ' || setting from pg_settings"
            + " where source = 'session' and name not in ('application_name', 'client_encoding', 'DateStyle',"
            + " 'extra_float_digits', 'IntervalStyle', 'standard_conforming_strings', 'TimeZone')"
            + " union all select 'role is ' || current_setting('role') where current_setting('role') <> 'none'"
            + " union all select 'plumbline.run is ' || nullif(current_setting('plumbline.run', true), '')"
            + " where nullif(current_setting('plumbline.run', true), '') is not null";

    private TestDatabase database;

    static boolean isInstalled() {
        return Bouncer.isInstalled();
    }

    @BeforeEach
    void create() {
        database = TestServer.ofDefaultMajor().emptyDatabase();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void isFoundOut() throws SQLException {
        assertFalse(Pooler.sharesSessions(Replica.source(database.url())));
        try (Bouncer session = Bouncer.of(database, "session")) {
            assertFalse(sharesSessions(session));
        }
        try (Bouncer transaction = Bouncer.of(database, "transaction")) {
            assertTrue(sharesSessions(transaction));
        }
    }

    private static boolean sharesSessions(Bouncer bouncer) {
        Until.isTrue(() -> {
            Pooler.sharesSessions(Replica.source(bouncer.url()));
            return true;
        });
        try {
            return Pooler.sharesSessions(Replica.source(bouncer.url()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transaction"})
    void oneRunGoesOnAtATime(String mode) {
        try (Bouncer bouncer = Bouncer.of(database, mode)) {
            sharesSessions(bouncer);
            try (Replica one = Replica.of(bouncer.url(), "slow");
                    Replica other = Replica.of(bouncer.url(), "slow")) {
                UUID run = ((Accepted) one.start(Wish.ALL)).run().id();
                CrashTest.awaitGate(database);
                assertEquals(
                        run,
                        ((Busy) other.start(Wish.ALL)).running().orElseThrow().id());
                CrashTest.openGate(database);
                assertEquals(Outcome.SUCCEEDED, other.done(run).outcome());
                assertEquals(Outcome.SUCCEEDED, other.migrate().outcome());
            }
        }
    }

    @Test
    void theApplicationFindsNothingOfARunInTheSessionsThatItGetsNext() throws SQLException {
        try (Bouncer bouncer = Bouncer.of(database, "transaction")) {
            sharesSessions(bouncer);
            try (Replica replica = Replica.of(bouncer.url(), "callbacks")) {
                assertEquals(Outcome.SUCCEEDED, replica.migrate().outcome());
            }
            assertEquals(Set.of(), settingsOfSessions(bouncer));
        }
    }

    /** Of all that the pooler has: as many transactions as there are get one each. */
    private Set<String> settingsOfSessions(Bouncer bouncer) throws SQLException {
        String sessions =
                "select pid from pg_stat_activity" + " where datname = current_database() and pid <> pg_backend_pid()";
        int all = database.rows(sessions).size();
        Deque<Connection> open = new ArrayDeque<>();
        Set<String> visited = new HashSet<>();
        Set<String> settings = new TreeSet<>();
        try {
            while (open.size() < all) {
                open.push(Replica.source(bouncer.url()).getConnection());
                open.peek().setAutoCommit(false);
                visited.addAll(column(open.peek(), "select pg_backend_pid()"));
                settings.addAll(column(open.peek(), SETTINGS));
            }
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
        assertEquals(all, visited.size());
        assertTrue(all > 0);
        return settings;
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Test
    void anIndexIsBuiltConcurrentlyInASession() {
        try (Bouncer bouncer = Bouncer.of(database, "session")) {
            sharesSessions(bouncer);
            try (Replica replica = Replica.of(bouncer.url(), "concurrent")) {
                assertEquals(Outcome.SUCCEEDED, replica.migrate().outcome());
            }
        }
    }

    @Test
    void andIsRefusedWithoutOneBeforeAnythingHasRun() {
        try (Bouncer bouncer = Bouncer.of(database, "transaction")) {
            sharesSessions(bouncer);
            try (Replica replica = Replica.of(bouncer.url(), "concurrent")) {
                Run run = replica.migrate();
                Failure failure = run.failure().orElseThrow();
                assertEquals(Optional.of("V2__index_it.sql"), failure.script());
                assertTrue(failure.message().contains("a pooler that gives each transaction another session"));
                assertTrue(failure.remedy().orElseThrow().contains("session mode"));
                assertEquals(List.of(), run.scripts());
            }
        }
    }
}
