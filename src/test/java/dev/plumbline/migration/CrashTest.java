package dev.plumbline.migration;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told, and what goes on, after a run was cut off in the middle. */
class CrashTest {

    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and query like 'do $$%public.gate%' and state = 'active'";

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestServer.ofDefaultMajor().emptyDatabase();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    static void awaitGate(TestDatabase database) {
        Until.isTrue(() -> database.rows(WAITING).equals(List.of("1")));
    }

    static void openGate(TestDatabase database) {
        database.execute("update public.gate set shut = false");
    }

    private Replica replica(String... folders) {
        return Replica.of(database.url(), folders);
    }

    private Process child(String folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Replica.class.getName(),
                        database.url(),
                        folder)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        Until.isTrue(() -> !process.isAlive());
    }

    @Test
    void aProcessKilledInAScriptLeavesNothingOfItAndAnotherGoesOn() throws IOException {
        Process process = child("slow");
        try (Replica other = replica("slow")) {
            awaitGate(database);
            UUID run = other.running().orElseThrow().id();
            kill(process);
            Until.isTrue(() -> other.find(run).orElseThrow().outcome() == Outcome.INTERRUPTED);
            Run told = other.find(run).orElseThrow();
            Failure failure = told.failure().orElseThrow();
            assertEquals(Optional.of("V2__wait_at_the_gate.sql"), failure.script());
            assertTrue(failure.message().contains("nothing has taken effect"), failure::toString);
            assertEquals(
                    List.of(Outcome.SUCCEEDED, Outcome.INTERRUPTED),
                    told.scripts().stream().map(Script::outcome).toList());
            assertEquals(Optional.of(told), other.last());

            openGate(database);
            Run next = other.migrate();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
            assertEquals(
                    List.of("INTERRUPTED", "SUCCEEDED"),
                    database.rows("select outcome from plumbline.run order by number"));
        } finally {
            kill(process);
        }
    }

    @Test
    void aProcessKilledInAConcurrentBuildNamesTheIndexThatIsLeft() throws Exception {
        try (Replica other = replica("concurrent");
                var writer = database.connect();
                var statement = writer.createStatement()) {
            other.done(((Accepted) other.start(Replica.upToOne())).run().id());
            writer.setAutoCommit(false);
            statement.execute("insert into public.many values (0)");
            Process process = child("concurrent");
            try {
                Until.isTrue(() -> database.rows("select count(*) from pg_index where not indisvalid")
                        .equals(List.of("1")));
                UUID run = other.running().orElseThrow().id();
                kill(process);
                Until.isTrue(() -> other.find(run).orElseThrow().outcome() == Outcome.INTERRUPTED);
                Failure failure = other.find(run).orElseThrow().failure().orElseThrow();
                assertTrue(failure.message().contains("public.many_id_idx"), failure::toString);
                assertEquals(Optional.of("V2__index_it.sql"), failure.script());
                assertTrue(failure.remedy().orElseThrow().contains("drop index public.many_id_idx"), failure::toString);
            } finally {
                kill(process);
            }
            writer.rollback();
            Until.isTrue(() -> database.rows("select count(*) from pg_stat_activity"
                            + " where datname = current_database() and query like 'create index%' and state = 'active'")
                    .equals(List.of("0")));
            database.execute("drop index public.many_id_idx");
            assertEquals(
                    List.of("V2__index_it.sql"),
                    other.done(((Accepted) other.start(Wish.REPAIR)).run().id()).repaired());
            assertEquals(Outcome.SUCCEEDED, other.migrate().outcome());
        }
    }

    @Test
    void aConnectionThatIsCutFailsTheRunAndTheNextGoesOn() {
        try (Replica replica = replica("slow")) {
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            awaitGate(database);
            cutConnections();
            Run done = replica.done(run);
            assertEquals(Outcome.FAILED, done.outcome());
            assertTrue(done.failure().orElseThrow().retryable(), done::toString);
            assertEquals(List.of("FAILED"), database.rows("select outcome from plumbline.run"));
            openGate(database);
            succeeds(replica);
        }
    }

    private void cutConnections() {
        database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    @Test
    void aRunStopsThatHasLostTheRightToMigrate() {
        try (Replica replica = replica("slow")) {
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            awaitGate(database);
            takeTheRight();
            Run stopped = replica.done(run);
            assertEquals(Failures.STOPPED, stopped.failure().orElseThrow().message(), stopped::toString);
            assertTrue(stopped.failure().orElseThrow().retryable(), stopped::toString);
            assertEquals(List.of("FAILED"), database.rows("select outcome from plumbline.run"));
            openGate(database);
            succeeds(replica);
        }
    }

    private void takeTheRight() {
        database.execute("select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory'"
                + " and l.classid::bigint = (hashtextextended('plumbline.run', 0) >> 32) & 4294967295"
                + " and l.database = (select oid from pg_database where datname = current_database())");
    }

    /** PostgreSQLAdvisoryLockTemplate: a number of Flyway's and the hash of the name of its table. */
    private static final long LOCK_OF_FLYWAY =
            77_431_708_279_161L + "\"plumbline\".\"flyway_schema_history\"".hashCode();

    /** As a process that was frozen, and wakes up when another has gone on. */
    @Test
    void oneThatHasLostItAndFindsNothingToDoHasNotSucceededAndOverwritesNothing() throws SQLException {
        try (Replica replica = replica("unique");
                Replica other = replica("unique")) {
            assertEquals(Outcome.SUCCEEDED, replica.migrate().outcome());
            UUID run;
            try (Connection another = database.connect();
                    var lock = another.createStatement()) {
                lock.execute("select pg_advisory_lock(" + LOCK_OF_FLYWAY + ")");
                run = ((Accepted) replica.start(Wish.ALL)).run().id();
                Until.isTrue(
                        () -> database.rows("select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and query ilike '%pg_try_advisory%(" + LOCK_OF_FLYWAY
                                        + ")%' and pid <> pg_backend_pid()")
                                .equals(List.of("1")));
                takeTheRight();
                Until.isTrue(() -> other.start(Wish.ALL) instanceof Accepted);
            }
            Until.isTrue(() -> other.running().isEmpty());
            assertEquals(Outcome.SUCCEEDED, other.last().orElseThrow().outcome());
            assertEquals(Outcome.INTERRUPTED, replica.done(run).outcome());
            for (Replica one : List.of(replica, other)) {
                assertEquals(Outcome.INTERRUPTED, one.find(run).orElseThrow().outcome());
            }
        }
    }

    @Test
    void aRunOfWhichOthersHaveToldTheEndBeginsNoOtherScript() {
        try (Replica replica = replica("slow", "next")) {
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            awaitGate(database);
            database.execute("update plumbline.run set outcome = 'INTERRUPTED'");
            openGate(database);
            replica.done(run);
            assertEquals(List.of("f"), database.rows("select to_regclass('public.next') is not null"));
        }
    }

    /** Or nobody would know of the half that it may come to. */
    @Test
    void aScriptWithoutATransactionBeginsOnlyWhereThatIsWrittenDown() {
        try (Replica replica = replica("concurrent")) {
            replica.migrate(new Wish(Optional.of("1"), Optional.empty(), Optional.empty()));
            database.execute(
                    "create function public.refuse() returns trigger language plpgsql as $$"
                            + "begin raise 'no room'; end $$;"
                            + "create trigger refuse before update on plumbline.run for each row"
                            + " when (new.outcome = 'RUNNING' and new.document::text like '%V2%') execute function public.refuse()");
            Run run = replica.migrate(new Wish(Optional.empty(), Optional.of(DriftGate.IGNORE), Optional.empty()));
            assertEquals(Outcome.FAILED, run.outcome());
            assertEquals(
                    List.of("f"), database.rows("select to_regclass('public.many_id_idx') is not null"), run::toString);
        }
    }

    @Test
    void afterAProcessThatIsFrozenAnotherGoesOn() throws Exception {
        Process process = child("slow");
        try (Replica other = replica("slow")) {
            awaitGate(database);
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                            .start()
                            .waitFor());
            openGate(database);
            Until.isTrue(() -> other.start(Wish.ALL) instanceof Accepted);
            Until.isTrue(() -> other.running().isEmpty());
            Run next = other.last().orElseThrow();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
        } finally {
            kill(process);
        }
    }

    @Test
    void oneThatIsCutInTheMiddleOfAHalfNeedsAPerson() {
        try (Replica replica = replica("slow_half")) {
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            awaitGate(database);
            cutConnections();
            Failure failure = replica.done(run).failure().orElseThrow();
            assertFalse(failure.retryable(), failure::toString);
            assertTrue(failure.remedy().orElseThrow().contains("undo"), failure::toString);
            assertEquals(Optional.of("V2__wait_half_done.sql"), failure.script());
        }
    }

    /** What it did is done again only when somebody has said that it is undone, however often it is tried. */
    @Test
    void noRunBeginsWithAScriptThatIsHalfDone() {
        try (Replica replica = replica("slow_twice")) {
            leaveAHalf(replica);
            for (int attempt = 0; attempt < 2; attempt++) {
                Failure refused = refused(replica);
                assertEquals(Optional.of(Failure.HALF_DONE), refused.problem());
                assertEquals(Optional.of("V2__count_and_wait.sql"), refused.script());
                assertFalse(refused.retryable());
            }
            assertEquals(Optional.of("V2__count_and_wait.sql"), replica.half());
            assertEquals(List.of("1"), database.rows("select times from public.done"));

            database.execute("update public.done set times = 0");
            replica.done(((Accepted) replica.start(Wish.REPAIR)).run().id());
            assertEquals(Optional.empty(), replica.half());
            assertEquals(Outcome.SUCCEEDED, replica.migrate().outcome());
            assertEquals(List.of("1"), database.rows("select times from public.done"));
        }
    }

    /** It would not see the half, or not leave word of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant select on all tables in schema plumbline to lacking",
                "grant all on all tables in schema plumbline to lacking; revoke select on plumbline.run from lacking",
                "grant all on all tables in schema plumbline to lacking; revoke select on plumbline.left_behind from lacking",
                "grant all on all tables in schema plumbline to lacking; revoke update on plumbline.run from lacking",
                "grant all on all tables in schema plumbline to lacking; revoke insert on plumbline.left_behind from lacking",
                "grant all on all tables in schema plumbline to lacking; revoke insert on plumbline.event from lacking",
                "grant all on all tables in schema plumbline to lacking; revoke insert on plumbline.delivery from lacking",
                "grant all on all tables in schema plumbline to lacking; alter table plumbline.run enable row level security;"
                        + " create policy blind on plumbline.run for select to lacking using (false)",
            })
    void norDoesOneOfARoleThatLacksAPrivilegeOnTheLedger(String privileges) {
        try (Replica replica = replica("slow_twice")) {
            leaveAHalf(replica);
        }
        database.execute("create role lacking login; grant usage on schema plumbline to lacking; " + privileges
                + "; grant all on plumbline.flyway_schema_history, public.gate, public.done to lacking");
        try (Replica replica = Replica.of(database.url("lacking"), "slow_twice")) {
            Failure failure = replica.migrate().failure().orElseThrow();
            assertEquals(Optional.of("42501"), failure.sqlState(), failure::toString);
            assertThat(failure.remedy().orElseThrow(), containsString("on all of its tables"));
            Run repair =
                    replica.done(((Accepted) replica.start(Wish.REPAIR)).run().id());
            assertEquals(Outcome.FAILED, repair.outcome());
            assertEquals(List.of("1"), database.rows("select times from public.done"));
        } finally {
            database.execute("drop owned by lacking; drop role lacking");
        }
    }

    private void leaveAHalf(Replica replica) {
        UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
        awaitGate(database);
        cutConnections();
        replica.done(run);
        openGate(database);
    }

    /** Which connections were cut is found out when they are used. */
    private static Failure refused(Replica replica) {
        Until.isTrue(() -> replica.migrate().failure().flatMap(Failure::problem).isPresent());
        return replica.last().orElseThrow().failure().orElseThrow();
    }

    /** Which other connections were cut is found out when they are used. */
    private static void succeeds(Replica replica) {
        Until.isTrue(() -> replica.migrate().outcome() == Outcome.SUCCEEDED);
    }

    @Test
    void aDatabaseThatIsAwayForAMomentIsToldOfTheEndWhenItIsBack() {
        try (Replica replica = replica("slow")) {
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            awaitGate(database);
            database.refuseConnections();
            database.allowConnections();
            assertEquals(Outcome.FAILED, replica.done(run).outcome());
            Until.isTrue(
                    () -> database.rows("select outcome from plumbline.run").equals(List.of("FAILED")));
            openGate(database);
            succeeds(replica);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() {
        try (Replica replica = Replica.of(database.url(), "slow", Map.of("statement-timeout", "PT0.2S"))) {
            Run run = replica.migrate();
            Failure failure = run.failure().orElseThrow();
            assertEquals(Optional.of("57014"), failure.sqlState());
            assertEquals(Optional.of("V2__wait_at_the_gate.sql"), failure.script());
            assertTrue(failure.remedy().orElseThrow().contains("statement-timeout"));
            assertEquals(List.of("1"), database.rows("select max(version) from plumbline.flyway_schema_history"));
        }
    }

    @Test
    void oneRunMayGiveItsStatementsAnotherTime() {
        try (Replica replica = replica("slow")) {
            var wish = new Wish(
                    Optional.empty(), Optional.empty(), Optional.of(Duration.ofMillis(200)), Optional.empty(), false);
            Run run = replica.done(((Accepted) replica.start(wish)).run().id());
            assertEquals(Optional.of("57014"), run.failure().orElseThrow().sqlState());
            openGate(database);
            assertEquals(Outcome.SUCCEEDED, replica.migrate().outcome());
        }
    }

    @Test
    void aFullDiskIsToldWithWhatToDo() {
        try (Replica replica = replica("full")) {
            Failure failure = replica.migrate().failure().orElseThrow();
            assertEquals(Optional.of("53100"), failure.sqlState());
            assertEquals(Optional.of("V2__fill_the_disk.sql"), failure.script());
            assertTrue(failure.remedy().orElseThrow().contains("make room"), failure::toString);
            assertEquals(List.of("1"), database.rows("select max(version) from plumbline.flyway_schema_history"));
        }
    }

    /** Kills the server process that migrates: the others end with it, and the server recovers from its log. */
    @Test
    void aServerThatRestartsFailsTheRunAndTheNextGoesOn() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Replica replica =
                        Replica.of("postgresql://postgres@localhost:" + server.getPort() + "/postgres", "slow")) {
            UUID run = ((Accepted) replica.start(Wish.ALL)).run().id();
            Until.isTrue(() -> first(server, WAITING).equals("1"));
            ProcessHandle.of(
                            Long.parseLong(
                                    first(
                                            server,
                                            "select pid from pg_stat_activity where query like 'do $$%public.gate%' and state = 'active'")))
                    .orElseThrow()
                    .destroyForcibly();
            Run done = replica.done(run);
            assertEquals(Outcome.FAILED, done.outcome());
            assertTrue(done.failure().orElseThrow().retryable(), done::toString);
            Until.isTrue(
                    () -> first(server, "select outcome from plumbline.run").equals("FAILED"));
            first(server, "update public.gate set shut = false returning shut");
            succeeds(replica);
        }
    }

    private static String first(EmbeddedPostgres server, String query) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertTrue(rows.next(), query);
            return rows.getString(1);
        }
    }
}
