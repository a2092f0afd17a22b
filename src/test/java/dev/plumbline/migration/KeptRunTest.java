package dev.plumbline.migration;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.migration.Start.Busy;
import dev.plumbline.migration.Start.KeyReused;
import dev.plumbline.migration.Start.Unavailable;
import dev.plumbline.publication.EventSchema;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs as all replicas see them, also those that were not there. */
class KeptRunTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestServer.ofDefaultMajor().emptyDatabase();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Replica replica(String folder) {
        return Replica.of(database.url(), folder);
    }

    @Test
    void theEndOfARunIsToldOnce() {
        try (Replica one = replica("fails")) {
            one.migrate();
            one.last();
        }
        List<String> events = database.rows("select document::text from plumbline.event");
        assertEquals(1, events.size(), events::toString);
        JsonPath event = JsonPath.from(events.get(0));
        assertEquals("dev.plumbline.migration.failed", event.get("type"));
        assertEquals("23505", event.get("data.failure.sqlState"));
        EventSchema.check(events.get(0));
    }

    @Test
    void aRunIsToldByAReplicaThatCameLater() {
        Run run;
        try (Replica one = replica("fails")) {
            run = one.migrate();
        }
        try (Replica other = replica("fails")) {
            Run told = other.find(run.id()).orElseThrow();
            assertEquals(run, told);
            assertEquals(Optional.of(told), other.last());
            assertEquals(Optional.of("23505"), told.failure().orElseThrow().sqlState());
            assertEquals(Optional.of(Map.of("verdict", "not looked at")), told.report());
        }
    }

    @Test
    void aRunHasThePointToRestoreTo() {
        try (Replica replica = replica("unqualified")) {
            String before = database.rows("select pg_current_wal_insert_lsn()").get(0);
            var point = replica.migrate().restorePoint().orElseThrow();
            String within = "select '" + point.lsn().orElseThrow() + "'::pg_lsn between '" + before
                    + "' and pg_current_wal_insert_lsn() and '" + point.time()
                    + "' between now() - interval '1 minute' and now()";
            assertEquals(List.of("t"), database.rows(within));
        }
    }

    @Test
    void theSameKeyIsTheSameRunInEachReplicaAndForTheSameWishOnly() {
        var wish = new Wish(Optional.of("1"), Optional.empty(), Optional.of("key"));
        UUID first;
        try (Replica one = replica("unqualified")) {
            first = ((Accepted) one.start(wish)).run().id();
            one.done(first);
        }
        try (Replica other = replica("unqualified")) {
            assertEquals(first, ((Accepted) other.start(wish)).run().id());
            assertEquals(
                    first,
                    ((Accepted) other.start(new Wish(Optional.of("001.0"), Optional.empty(), wish.key())))
                            .run()
                            .id());
            for (Wish another : List.of(
                    new Wish(Optional.empty(), Optional.empty(), wish.key()),
                    new Wish(wish.target(), Optional.of(DriftGate.IGNORE), wish.key()),
                    new Wish(wish.target(), Optional.empty(), Optional.of(Duration.ofHours(1)), wish.key(), false))) {
                assertInstanceOf(KeyReused.class, other.start(another));
            }
            assertNotEquals(
                    first,
                    ((Accepted) other.start(new Wish(Optional.empty(), Optional.empty(), Optional.of("another"))))
                            .run()
                            .id());
        }
    }

    @Test
    void twentyThatStartAtOnceMakeOneRun() {
        List<Replica> replicas =
                IntStream.range(0, 20).mapToObj(i -> replica("slow")).toList();
        try {
            List<CompletableFuture<Start>> starts = replicas.stream()
                    .map(replica -> CompletableFuture.supplyAsync(() -> replica.start(Wish.ALL)))
                    .toList();
            List<Start> answers = starts.stream().map(CompletableFuture::join).toList();
            UUID run = answers.stream()
                    .flatMap(answer -> answer instanceof Accepted accepted
                            ? Stream.of(accepted.run().id())
                            : Stream.empty())
                    .reduce((one, other) -> {
                        throw new AssertionError("two runs: " + one + " and " + other);
                    })
                    .orElseThrow();
            assertEquals(
                    19,
                    answers.stream()
                            .filter(answer -> answer instanceof Busy busy
                                    && busy.running().orElseThrow().id().equals(run))
                            .count());
            replicas.forEach(
                    replica -> assertEquals(run, replica.running().orElseThrow().id()));
            CrashTest.awaitGate(database);
            CrashTest.openGate(database);
            replicas.forEach(
                    replica -> assertEquals(Outcome.SUCCEEDED, replica.done(run).outcome()));
        } finally {
            replicas.forEach(Replica::close);
        }
    }

    @Test
    void theListIsPagedNewestFirst() {
        try (Replica replica = replica("unqualified")) {
            List<UUID> ids =
                    IntStream.range(0, 3).mapToObj(i -> replica.migrate().id()).toList();
            Runs.Page first = replica.page(2, Optional.empty());
            Runs.Page second = replica.page(2, first.next());
            assertEquals(
                    List.of(ids.get(2), ids.get(1)),
                    first.runs().stream().map(Run::id).toList());
            assertEquals(
                    List.of(ids.get(0)), second.runs().stream().map(Run::id).toList());
            assertEquals(Optional.empty(), second.next());
            assertTrue(first.runs().stream().allMatch(run -> run.report().isEmpty()));
        }
    }

    @Test
    void oldRunsAreForgottenButForTheLast() {
        try (Replica replica = Replica.of(database.url(), "unqualified", Map.of("keep-runs", "PT1H"))) {
            Run old = replica.migrate();
            database.execute("update plumbline.run set started_at = started_at - interval '2 hours'");
            Run last = replica.migrate();
            try (Replica other = replica("unqualified")) {
                assertEquals(Optional.of(old), other.find(old.id()));
            }
            Run next = replica.migrate();
            try (Replica other = replica("unqualified")) {
                assertEquals(Optional.empty(), other.find(old.id()));
                assertEquals(
                        List.of(next.id(), last.id()),
                        other.page(5, Optional.empty()).runs().stream()
                                .map(Run::id)
                                .toList());
            }
        }
    }

    @Test
    void aLedgerThatIsGoneIsMadeAgainByTheNextRun() {
        try (Replica replica = replica("unqualified")) {
            replica.migrate();
            database.execute("drop schema plumbline cascade; drop table unqualified");
            Run run = replica.migrate();
            assertEquals(List.of(), run.warnings());
            assertEquals(List.of(run.id().toString()), database.rows("select id from plumbline.run"));
        }
    }

    @Test
    void whoMayNotMakeTheLedgerIsToldByARunThatIsKeptInMemoryAndChangesNothing() {
        try (Replica owner = replica("unqualified")) {
            owner.start(Replica.upToOne());
            Until.isTrue(() -> owner.running().isEmpty());
        }
        database.execute(
                "drop table plumbline.run, plumbline.ledger_history; delete from plumbline.flyway_schema_history;"
                        + "create role unkept login; grant usage on schema plumbline to unkept;"
                        + "grant all on plumbline.flyway_schema_history to unkept");
        try (Replica replica = Replica.of(database.url("unkept"), "unqualified")) {
            Run run = replica.migrate();
            assertEquals(Outcome.FAILED, run.outcome());
            assertThat(run.failure().orElseThrow().remedy().orElseThrow(), containsString("made this schema"));
            assertEquals(List.of("0"), database.rows("select count(*) from plumbline.flyway_schema_history"));
            assertEquals(Optional.of(run), replica.find(run.id()));
            assertEquals(
                    List.of(run.inShort()), replica.page(5, Optional.empty()).runs());
        } finally {
            database.execute("drop owned by unkept; drop role unkept");
        }
    }

    /** Without it nobody knows of halves, nor of drift. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "left_behind", "event", "delivery"})
    void aLedgerThatSomebodyHasLockedKeepsEverybodyFromMigrating(String table) throws SQLException {
        try (Replica replica = Replica.impatient(database.url(), "unqualified")) {
            replica.migrate();
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("lock table plumbline." + table + " in share mode");
                assertInstanceOf(Unavailable.class, replica.start(Wish.ALL));
            }
            assertEquals(Outcome.SUCCEEDED, replica.migrate().outcome());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create function no() returns trigger language plpgsql as 'begin raise ''nope''; end'; create trigger no before insert on plumbline.run execute function no()|nope",
                "drop table plumbline.run cascade|plumbline.run",
                "drop table plumbline.left_behind|plumbline.left_behind",
                "drop table plumbline.event|plumbline.event",
                "drop schema plumbline cascade; create function frozen() returns event_trigger language plpgsql as 'begin raise ''frozen until Monday''; end'; create event trigger frozen on ddl_command_start execute function frozen()|frozen until Monday",
                "do 'begin execute format(''alter database %I set default_transaction_read_only to on'', current_database()); end'|read-only"
            })
    void aLedgerThatCannotBeWrittenKeepsEverybodyFromMigratingAndSaysWhy(String obstacle, String why) {
        try (Replica replica = replica("unqualified")) {
            replica.migrate();
            database.execute(obstacle);
            Start start = replica.start(Wish.ALL);
            assertThat(assertInstanceOf(Unavailable.class, start).trouble().message(), containsString(why));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop schema if exists plumbline cascade|permission denied for database",
                "create schema if not exists plumbline; grant usage on schema plumbline to public|permission denied for schema plumbline"
            })
    void aRoleThatMayNotBeginIsToldWhatItLacks(String before, String refusal) {
        database.execute(before + "; create role idle login");
        try (Replica replica = Replica.of(database.url("idle"), "unqualified")) {
            Run run = replica.migrate();
            Run.Failure failure = run.failure().orElseThrow();
            assertThat(failure.message(), containsString(refusal));
            assertEquals(Optional.of("urn:plumbline:problem:permission-denied"), failure.problem());
        } finally {
            database.execute("drop owned by idle; drop role idle");
        }
    }

    @Test
    void whereTheDatabaseCannotBeReachedNothingIsStarted() {
        try (Replica replica = Replica.of("postgresql://postgres@localhost:1/nowhere?sslmode=disable", "unqualified")) {
            assertInstanceOf(Unavailable.class, replica.start(Wish.ALL));
        }
    }

    @Test
    void theHistoryOfTheLedgerIsNotMixedWithThatOfPeople() {
        try (Replica replica = replica("unqualified")) {
            replica.migrate();
            assertEquals(
                    List.of("V1__make_table_without_schema.sql"),
                    database.rows("select script from plumbline.flyway_schema_history where type = 'SQL'"));
            assertEquals(
                    List.of(
                            "V001__create_run.sql",
                            "V002__create_left_behind.sql",
                            "V003__create_ddl.sql",
                            "V004__create_drift.sql",
                            "V005__add_reading_to_left_behind.sql",
                            "V006__create_unwritten.sql",
                            "V007__add_made_after.sql"),
                    database.rows("select script from plumbline.ledger_history where type = 'SQL'"));
        }
    }

    @Test
    void aScriptThatDoesNotGetItsLocksIsTriedAgain() throws Exception {
        try (Replica replica = Replica.of(database.url(), "waits", Map.of("lock-timeout", "PT0.2S"));
                var other = database.connect();
                var statement = other.createStatement()) {
            replica.start(Replica.upToOne());
            Until.isTrue(() -> replica.running().isEmpty());
            other.setAutoCommit(false);
            statement.execute("lock table public.two in access share mode");
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            Until.isTrue(() -> replica.find(run).orElseThrow().scripts().size() >= 2);
            assertEquals(
                    List.of("f"),
                    database.rows("select exists (select from information_schema.columns where column_name = 'note')"));
            other.rollback();
            Run done = replica.done(run);
            assertEquals(Outcome.SUCCEEDED, done.outcome(), done::toString);
            assertEquals(Outcome.FAILED, done.scripts().get(0).outcome(), done::toString);
            assertEquals(
                    Outcome.SUCCEEDED,
                    done.scripts().stream()
                            .reduce((a, b) -> b)
                            .map(Script::outcome)
                            .orElseThrow());
        }
    }

    @Test
    void eachScriptHasRetriesOfItsOwn() throws Exception {
        database.execute("create table public.one (id integer); create table public.two (id integer)");
        try (Replica replica = Replica.of(
                        database.url(), "each_waits", Map.of("lock-timeout", "PT0.1S", "lock-retries", "1"));
                var ofOne = database.connect();
                var ofTwo = database.connect();
                var one = ofOne.createStatement();
                var two = ofTwo.createStatement()) {
            ofOne.setAutoCommit(false);
            ofTwo.setAutoCommit(false);
            one.execute("lock table public.one in access share mode");
            two.execute("lock table public.two in access share mode");
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            awaitFailures(replica, run, 1);
            ofOne.rollback();
            awaitFailures(replica, run, 2);
            ofTwo.rollback();
            Run done = replica.done(run);
            assertEquals(Outcome.SUCCEEDED, done.outcome(), done::toString);
        }
    }

    private static void awaitFailures(Replica replica, UUID run, int number) {
        Until.isTrue(() -> replica.find(run).orElseThrow().scripts().stream()
                        .filter(script -> script.outcome() == Outcome.FAILED)
                        .count()
                == number);
    }

    @Test
    void aScriptThatNeverGetsItsLocksFailsAfterItsRetries() throws Exception {
        try (Replica replica =
                        Replica.of(database.url(), "waits", Map.of("lock-timeout", "PT0.1S", "lock-retries", "1"));
                var other = database.connect();
                var statement = other.createStatement()) {
            replica.done(((Accepted) replica.start(Replica.upToOne())).run().id());
            other.setAutoCommit(false);
            statement.execute("lock table public.one in access share mode");
            Run run = replica.migrate();
            assertEquals(Outcome.FAILED, run.outcome());
            assertEquals(2, run.scripts().size());
            assertEquals(Optional.of("55P03"), run.failure().orElseThrow().sqlState());
            assertTrue(run.failure().orElseThrow().remedy().orElseThrow().contains("lock-timeout"));
        }
    }

    @Test
    void aScriptGivesWayToAnApplicationThatWaitsForItAndItForThat() throws Exception {
        try (Replica replica = Replica.of(database.url(), "waits", Map.of("lock-timeout", "PT30S"));
                var other = database.connect();
                var statement = other.createStatement()) {
            replica.done(((Accepted) replica.start(Replica.upToOne())).run().id());
            other.setAutoCommit(false);
            statement.execute("set deadlock_timeout to '15s'");
            statement.execute("insert into public.two values (1)");
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            Until.isTrue(() -> database.rows("select relation::regclass from pg_locks"
                            + " where not granted and waitstart < clock_timestamp() - interval '1.5 s'")
                    .equals(List.of("two")));
            statement.execute("insert into public.one values (1)");
            awaitFailures(replica, run, 1);
            other.commit();
            Run done = replica.done(run);
            assertEquals(Outcome.SUCCEEDED, done.outcome(), done::toString);
            assertEquals(
                    List.of("1", "1"), database.rows("select id from public.one union all select id from public.two"));
        }
    }

    @Test
    void aStatementThatNeedsTwoLocksWaitsForBothNoLongerThanForOne() throws Exception {
        try (Replica replica =
                        Replica.of(database.url(), "two_locks", Map.of("lock-timeout", "PT4S", "lock-retries", "0"));
                var writer = database.connect();
                var other = database.connect();
                var child = writer.createStatement();
                var parent = other.createStatement()) {
            replica.done(((Accepted) replica.start(Replica.upToOne())).run().id());
            writer.setAutoCommit(false);
            other.setAutoCommit(false);
            child.execute("insert into public.child values (1)");
            parent.execute("insert into public.parent values (1)");
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            Until.isTrue(() -> database.rows("select relation::regclass from pg_locks"
                            + " where not granted and waitstart < clock_timestamp() - interval '3 s'")
                    .equals(List.of("child")));
            writer.commit();
            Run failed = replica.done(run);
            assertEquals(
                    Failures.WAITED_TOO_LONG, failed.failure().orElseThrow().message(), failed::toString);
            other.commit();
            Run next = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
            assertEquals(List.of(), next.warnings());
        }
    }

    @Test
    void anIndexIsBuiltConcurrently() {
        try (Replica replica = replica("concurrent")) {
            Run run = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, run.outcome(), run::toString);
            assertEquals(
                    List.of(true, false),
                    run.scripts().stream().map(Script::transactional).toList());
            assertEquals(
                    List.of("t"),
                    database.rows("select indisvalid from pg_index where indexrelid = 'public.many_id_idx'::regclass"));
        }
    }

    @Test
    void aFailedScriptWithoutATransactionRunsAgainAfterItsRepairAndNotBefore() {
        try (Replica replica = Replica.of(database.url(), "concurrent", Map.of("drift-gate", "ignore"))) {
            replica.done(((Accepted) replica.start(Replica.upToOne())).run().id());
            database.execute("create table public.many_id_idx (in_the_way integer)");
            assertEquals(Outcome.FAILED, replica.migrate().outcome());
            database.execute("drop table public.many_id_idx");

            Run refused = replica.migrate();
            assertEquals(Outcome.FAILED, refused.outcome());
            assertTrue(refused.failure().orElseThrow().remedy().orElseThrow().contains("POST /migrations/repair"));

            Run repair =
                    replica.done(((Accepted) replica.start(Wish.REPAIR)).run().id());
            assertEquals(List.of("V2__index_it.sql"), repair.repaired());
            assertEquals(Outcome.SUCCEEDED, replica.migrate().outcome());
            assertEquals(
                    List.of(),
                    replica.done(((Accepted) replica.start(Wish.REPAIR)).run().id())
                            .repaired());
        }
    }
}
