package dev.plumbline.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.ledger.DdlLog;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.ledger.State;
import dev.plumbline.testing.FlywayLock;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import dev.plumbline.verification.Author;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.Transition;
import dev.plumbline.verification.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What differs, and what was concluded when, is the same for all replicas, and outlives them. */
class KeptDriftTest {

    private static final String DROP = "drop index public.leads_metadata_idx";
    private static final String EVENTS = "select type from plumbline.event order by number";
    private static final String OPENED = "dev.plumbline.drift.opened";
    private static final String RESOLVED = "dev.plumbline.drift.resolved";

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestServer.ofDefaultMajor().migrated();
        LedgerTables.create(database.flyway());
    }

    /** Whatever a test is about: each event is as documented. */
    @AfterEach
    void drop() {
        database.rows("select document::text from plumbline.event").forEach(EventSchema::check);
        database.close();
    }

    private Watcher watcher() {
        return Watcher.of(database, Map.of());
    }

    private String definition() {
        return database.rows("select pg_get_indexdef('public.leads_metadata_idx'::regclass)")
                .get(0);
    }

    private static List<Transition.Type> types(Watcher watcher) {
        return watcher.last().transitions().stream().map(Transition::type).toList();
    }

    private static List<String> states(Watcher watcher) {
        return watcher.ledger().states(100, Optional.empty()).await().indefinitely().stream()
                .map(State::verdict)
                .toList();
    }

    @Test
    void twoReplicasThatSeeTheSameTellOfItOnce() {
        String index = definition();
        try (Watcher one = watcher();
                Watcher other = watcher()) {
            one.verify();
            other.verify();
            database.execute(DROP);
            CompletableFuture.allOf(CompletableFuture.runAsync(one::verify), CompletableFuture.runAsync(other::verify))
                    .join();
            assertEquals(
                    1, Stream.concat(types(one).stream(), types(other).stream()).count());
            database.execute(index);
            CompletableFuture.allOf(CompletableFuture.runAsync(one::verify), CompletableFuture.runAsync(other::verify))
                    .join();
            assertEquals(List.of(OPENED, RESOLVED), database.rows(EVENTS));
            assertEquals(List.of("MATCHES", "DRIFTED", "MATCHES"), states(one));
        }
    }

    @Test
    void aDifferenceKeepsTheTimeAtWhichAnotherReplicaHasSeenItFirst() {
        database.execute(DROP);
        Instant first;
        try (Watcher one = watcher()) {
            first = one.verify().differences().get(0).since();
        }
        try (Watcher other = watcher()) {
            assertEquals(first, other.verify().differences().get(0).since());
            assertEquals(List.of(), other.last().transitions());
        }
        assertEquals(List.of(OPENED), database.rows(EVENTS));
    }

    @Test
    void whatHasGoneIsKeptWithTheTimeAtWhichItWas() {
        String index = definition();
        try (Watcher one = watcher()) {
            database.execute(DROP);
            one.verify();
            database.execute(index);
            one.verify();
            assertEquals(
                    List.of("index public.leads_metadata_idx performance t"),
                    database.rows("select path || ' ' || severity || ' ' || (resolved_at >= first_seen)::text::char"
                            + " from plumbline.drift"));
        }
    }

    @Test
    void aVerificationThatHasBegunBeforeTheLastWasWrittenChangesNothing() throws Exception {
        String index = definition();
        database.execute(DROP);
        try (Watcher slow = watcher();
                Watcher fast = watcher();
                var held = database.connect()) {
            held.setAutoCommit(false);
            held.createStatement().execute("select pg_advisory_xact_lock(hashtextextended('plumbline.events', 0))");
            var late = CompletableFuture.supplyAsync(slow::verify);
            Until.isTrue(
                    () -> database.rows("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .equals(List.of("1")));
            held.createStatement().execute(index);
            held.createStatement()
                    .execute("insert into plumbline.watched (at, verdict, ended, running) select now(), 'MATCHES',"
                            + " pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1, 0");
            held.commit();
            Report report = late.get();
            assertEquals(Verdict.DRIFTED, report.verdict());
            assertFalse(slow.last().newest());
            assertEquals(List.of(), database.rows(EVENTS));
            assertEquals(Verdict.MATCHES, fast.verify().verdict());
        }
    }

    @Test
    void whatCannotBeReadClosesNothingAndIsToldOnce() {
        database.execute("create role watcher_only login; grant usage on schema plumbline to watcher_only;"
                + " grant select, insert, update on all tables in schema plumbline to watcher_only");
        try (Watcher one = Watcher.of(database.url("watcher_only"))) {
            database.execute(DROP);
            one.verify();
            database.execute("revoke select on pg_catalog.pg_policy from public");
            assertEquals(Verdict.UNKNOWN, one.verify().verdict());
            assertEquals(Verdict.UNKNOWN, one.verify().verdict());
            assertEquals(List.of(OPENED, "dev.plumbline.verification.unknown"), database.rows(EVENTS));
            assertEquals(List.of("UNKNOWN", "DRIFTED"), states(one));
            assertEquals(List.of("1"), database.rows("select count(*) from plumbline.drift where resolved_at is null"));
        } finally {
            database.execute("grant select on pg_catalog.pg_policy to public;"
                    + " drop owned by watcher_only; drop role watcher_only");
        }
    }

    /** Anybody can take the lock. */
    @Test
    void whoHoldsTheLockAndMayNotMigrateHidesNothing() throws SQLException {
        database.execute("create role watcher_stranger login");
        try (Watcher one = watcher();
                Connection stranger =
                        database.flywayAs("watcher_stranger").getDataSource().getConnection();
                Connection owner = database.connect()) {
            one.verify();
            String lock = "(77430725925944)";
            try (var theirs = stranger.createStatement();
                    var ours = owner.createStatement()) {
                theirs.execute("select pg_advisory_lock" + lock);
                assertEquals(Verdict.MATCHES, one.verify().verdict());
                theirs.execute("select pg_advisory_unlock" + lock);
                ours.execute("select pg_advisory_lock_shared" + lock);
                assertEquals(Verdict.MATCHES, one.verify().verdict());
                ours.execute("select pg_advisory_lock" + lock);
                assertEquals(Verdict.MIGRATING, one.verify().verdict());
            }
        } finally {
            database.execute("drop role watcher_stranger");
        }
    }

    @Test
    void aMigrationThatRunsIsNoDrift() {
        try (Watcher one = watcher()) {
            one.verify();
            FlywayLock migration = FlywayLock.on(database);
            try {
                database.execute(DROP);
                assertEquals(Verdict.MIGRATING, one.verify().verdict());
            } finally {
                migration.release();
            }
            assertEquals(List.of("MIGRATING", "MATCHES"), states(one));
            assertEquals(List.of(), database.rows(EVENTS));
        }
    }

    @Test
    void aBuildThatKnowsLessMigrationsThanHaveRunSaysNothing() {
        database.execute(DROP);
        database.execute(
                "insert into plumbline.flyway_schema_history (installed_rank, version, description, type, script,"
                        + " checksum, installed_by, execution_time, success) values (9000, '900', 'later', 'SQL', 'V900.sql', 1,"
                        + " current_user, 1, true)");
        try (Watcher one = watcher()) {
            one.verify();
            assertEquals(List.of(), one.last().transitions());
            assertEquals(List.of(), database.rows(EVENTS));
            assertEquals(List.of(), states(one));
        }
    }

    @Test
    void aRoleThatMayNotWriteKeepsItInMemory() {
        database.execute("create role watcher_only login; grant usage on schema plumbline to watcher_only;"
                + " grant select on all tables in schema plumbline to watcher_only");
        database.execute(DROP);
        try (Watcher one = Watcher.of(database.url("watcher_only"))) {
            one.verify();
            assertTrue(
                    types(one).contains(Transition.Type.OPENED),
                    () -> one.last().toString());
            one.verify();
            assertEquals(List.of(), types(one));
            assertEquals(List.of(), database.rows(EVENTS));
        } finally {
            database.execute("drop owned by watcher_only; drop role watcher_only");
        }
    }

    @Test
    void whatCannotBeWrittenForAWhileIsNewOnceAndKeepsWhoDidIt() throws SQLException {
        DdlLog.install(database.flyway().getDataSource(), Duration.ofSeconds(10));
        try (Watcher one = watcher()) {
            one.verify();
            database.execute("alter table plumbline.drift add constraint never check (false) not valid");
            database.execute(DROP);
            one.verify();
            assertTrue(
                    types(one).contains(Transition.Type.OPENED),
                    () -> one.last().toString());
            one.verify();
            assertEquals(List.of(), types(one));
            database.execute("alter table plumbline.drift drop constraint never");
            assertEquals(
                    List.of("DROP INDEX"),
                    one.verify().differences().get(0).by().stream()
                            .map(Author::command)
                            .toList());
            assertEquals(List.of(OPENED), database.rows(EVENTS));
        }
    }

    @Test
    void whatIsOverIsForgottenAndWhatIsOpenOrStillToBeToldIsNot() {
        String index = definition();
        try (Watcher one = Watcher.of(
                database,
                Map.of("hook.type", "http", "hook.url", "http://localhost:1/", "hook.severity", "security"))) {
            database.execute(DROP);
            one.verify();
            database.execute(index + "; drop policy leads_delete on public.leads");
            one.verify();
            one.ledger().forget(Instant.now().plusSeconds(60)).await().indefinitely();
            assertEquals(List.of("DRIFTED"), states(one));
            assertEquals(
                    List.of("policy public.leads.leads_delete"), database.rows("select path from plumbline.drift"));
            assertEquals(
                    List.of("policy public.leads.leads_delete"), database.rows("select subject from plumbline.event"));
            one.verify();
            assertEquals(List.of(), one.last().transitions());
        }
    }
}
