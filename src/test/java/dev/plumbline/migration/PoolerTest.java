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
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
