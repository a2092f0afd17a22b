package dev.plumbline.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a run begins on a schema that somebody has changed since the last one. */
class DriftGateTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestServer.ofDefaultMajor().emptyDatabase();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Replica replica(String gate) {
        return Replica.of(database.url(), "waits", Map.of("drift-gate", gate));
    }

    private static Run toOne(Replica replica) {
        return replica.done(((Accepted) replica.start(Replica.upToOne())).run().id());
    }

    @Test
    void driftSinceTheLastRunIsRefusedUntilItIsGone() {
        try (Replica replica = replica("refuse")) {
            toOne(replica);
            database.execute("create index by_hand on public.one (id)");
            Run refused = replica.migrate();
            Failure failure = refused.failure().orElseThrow();
            assertEquals(Outcome.FAILED, refused.outcome());
            assertTrue(failure.message().contains("not what the last run has left: 1 difference"), failure::message);
            assertTrue(failure.detail().orElseThrow().contains("public.by_hand"), failure::toString);
            assertTrue(failure.remedy().orElseThrow().contains("driftGate"), failure::toString);
            assertEquals(List.of(), refused.scripts());

            database.execute("drop index public.by_hand");
            Run next = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
            assertEquals(List.of(), next.warnings());
        }
    }

    @Test
    void oneRequestMayGoOverIt() {
        try (Replica replica = replica("refuse")) {
            toOne(replica);
            database.execute("create index by_hand on public.one (id)");
            Run run = replica.done(((Accepted)
                            replica.start(new Wish(Optional.empty(), Optional.of(DriftGate.IGNORE), Optional.empty())))
                    .run()
                    .id());
            assertEquals(Outcome.SUCCEEDED, run.outcome(), run::toString);
        }
    }

    @Test
    void itIsAWarningWhereThatIsConfigured() {
        try (Replica replica = replica("warn")) {
            toOne(replica);
            database.execute("create index by_hand on public.one (id)");
            Run run = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, run.outcome());
            assertTrue(run.warnings().get(0).contains("public.by_hand"), run::toString);
        }
    }

    @Test
    void whatWasThereBeforeTheFirstRunIsNoDrift() {
        database.execute("create table public.older (id integer)");
        try (Replica replica = replica("refuse")) {
            assertEquals(List.of(), replica.migrate().warnings());
        }
    }

    @Test
    void norIsWhatBelongsToSomethingThatWasThere() {
        database.execute("create schema beside; create table beside.older (id integer);"
                + "create publication of_tables for table beside.older; create publication of_schemas for tables in schema beside;"
                + "create extension postgres_fdw; create server far foreign data wrapper postgres_fdw;"
                + "create user mapping for public server far");
        try (Replica replica = replica("refuse")) {
            toOne(replica);
            Run next = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
            assertEquals(List.of(), next.warnings());
        }
    }

    @Test
    void whatACallbackMakesIsNoneAlsoWhereNothingIsPending() {
        try (Replica replica = Replica.of(database.url(), "callbacks")) {
            toOne(replica);
            assertEquals(List.of(), toOne(replica).scripts());
            assertEquals(
                    List.of("after_0", "after_1"),
                    database.rows("select tablename from pg_tables where tablename like 'after%' order by 1"));
            Run next = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
            assertEquals(List.of(), next.warnings());
        }
    }

    @Test
    void butWhatWasDriftBeforeItRemainsSo() {
        try (Replica replica = Replica.of(database.url(), "callbacks")) {
            toOne(replica);
            database.execute("create index by_hand on public.one (id)");
            assertEquals(Outcome.SUCCEEDED, toOne(replica).outcome());
            Run refused = replica.migrate();
            assertTrue(refused.failure().orElseThrow().detail().orElseThrow().contains("by_hand"), refused::toString);
        }
    }

    @Test
    void whereNothingIsPendingDriftKeepsNobodyFromRunningNothing() {
        try (Replica replica = replica("refuse")) {
            replica.migrate();
            database.execute("create index by_hand on public.one (id)");
            assertEquals(Outcome.SUCCEEDED, replica.migrate().outcome());
        }
    }

    @Test
    void afterMigrationsOfSomebodyElseItIsNotKnownAndSaidSo() {
        try (Replica replica = replica("refuse")) {
            toOne(replica);
            database.execute("create table public.theirs (id integer);"
                    + "insert into plumbline.flyway_schema_history select 99, '1.1', 'theirs', 'SQL', 'V1_1__theirs.sql', 1,"
                    + " 'they', now(), 1, true");
            database.execute("delete from plumbline.flyway_schema_history where installed_rank = 99");
            database.execute("update plumbline.flyway_schema_history set execution_time = execution_time + 1");
            Run run = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, run.outcome(), run::toString);
            assertTrue(run.warnings().get(0).contains("by somebody else"), run::toString);
        }
    }

    @Test
    void aRunThatIsRefusedForAnotherReasonForgetsNothing() {
        try (Replica replica = replica("refuse")) {
            toOne(replica);
            String checksum = "update plumbline.flyway_schema_history set checksum = checksum";
            database.execute(checksum + " + 1 where version = '1'");
            Run invalid = replica.migrate();
            assertTrue(invalid.failure().orElseThrow().message().contains("checksum"), invalid::toString);
            database.execute(checksum + " - 1 where version = '1'; create index by_hand on public.one (id)");
            Run refused = replica.migrate();
            assertTrue(
                    refused.failure().orElseThrow().message().contains("not what the last run has left"),
                    refused::toString);
        }
    }

    @Test
    void afterARepairItIsWhatTheRepairHasLeft() {
        try (Replica replica = Replica.of(database.url(), "unique")) {
            toOne(replica);
            database.execute("insert into public.many values (1), (1)");
            Run failed = replica.migrate();
            assertEquals(Outcome.FAILED, failed.outcome(), failed::toString);
            assertTrue(failed.failure().orElseThrow().remedy().orElseThrow().contains("/repair"), failed::toString);
            assertTrue(
                    failed.failure().orElseThrow().message().endsWith("not finished: index public.many_id_key"),
                    failed::toString);
            database.execute("drop index public.many_id_key; delete from public.many");
            Run repair =
                    replica.done(((Accepted) replica.start(Wish.REPAIR)).run().id());
            assertEquals(List.of("V2__index_it.sql"), repair.repaired());
            database.execute("create index by_hand on public.many (id)");
            Run refused = replica.migrate();
            assertTrue(refused.failure().orElseThrow().detail().orElseThrow().contains("by_hand"), refused::toString);
            database.execute("drop index public.by_hand");
            Run next = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
            assertEquals(List.of(), next.warnings());
        }
    }

    @Test
    void whoUndoesTheHalfOfAScriptThatEndsItsTransactionMakesNoDrift() {
        try (Replica replica = Replica.of(database.url(), "commits")) {
            toOne(replica);
            Run failed = replica.migrate();
            assertEquals(
                    List.of(false),
                    failed.scripts().stream().map(Run.Script::transactional).toList());
            assertTrue(failed.failure().orElseThrow().remedy().orElseThrow().contains("a part"), failed::toString);
            assertEquals(List.of("5s"), database.rows("select lock_timeout from public.told"));
            database.execute("drop table public.half, public.told; create table public.mended (id integer)");
            Run refused = replica.migrate();
            assertEquals(
                    Optional.of(Failure.HALF_DONE),
                    refused.failure().orElseThrow().problem(),
                    refused::toString);
            replica.done(((Accepted) replica.start(Wish.REPAIR)).run().id());
            Run next = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
            assertEquals(List.of(), next.warnings());
        }
    }

    @Test
    void driftThatARunWasLetOverWhichThenChangedNothingIsDriftStill() {
        try (Replica replica = Replica.of(database.url(), "fails")) {
            toOne(replica);
            database.execute("create table public.by_hand (id integer)");
            Run failed = replica.done(((Accepted)
                            replica.start(new Wish(Optional.empty(), Optional.of(DriftGate.IGNORE), Optional.empty())))
                    .run()
                    .id());
            assertEquals(Optional.of("23505"), failed.failure().orElseThrow().sqlState(), failed::toString);
            assertTrue(failed.warnings().get(0).contains("public.by_hand"), failed::toString);
            Run refused = replica.migrate();
            assertTrue(refused.failure().orElseThrow().isDrift(), refused::toString);
            database.execute("drop table public.by_hand");
            assertEquals(
                    Optional.of("23505"),
                    replica.migrate().failure().orElseThrow().sqlState());
        }
    }

    @Test
    void aFirstRunThatFailsKeepsWhatItsScriptsHaveLeft() {
        try (Replica replica = Replica.of(database.url(), "fails")) {
            Run failed = replica.migrate();
            assertEquals(List.of(), failed.warnings());
            database.execute("create table public.by_hand (id integer)");
            Run refused = replica.migrate();
            assertTrue(refused.failure().orElseThrow().detail().orElseThrow().contains("by_hand"), refused::toString);
        }
    }

    @Test
    void soDoesOneThatFailsAtOnceAndDoesNotKnowWhatWasLeft() {
        try (Replica replica = Replica.of(database.url(), "fails")) {
            replica.migrate();
            database.execute("delete from plumbline.left_behind");
            Run failed = replica.migrate();
            assertEquals(
                    List.of("drift since the last run is not known: no run has told what it has left"),
                    failed.warnings());
            assertEquals(Optional.of("23505"), failed.failure().orElseThrow().sqlState(), failed::toString);
            database.execute("create table public.by_hand (id integer)");
            Run refused = replica.migrate();
            assertTrue(refused.failure().orElseThrow().detail().orElseThrow().contains("by_hand"), refused::toString);
        }
    }

    @Test
    void afterARunThatWasCutOffItIsNotKnownAndSaidSo() {
        try (Replica replica = replica("refuse")) {
            toOne(replica);
            database.execute("delete from plumbline.left_behind");
            Run run = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, run.outcome(), run::toString);
            assertTrue(run.warnings().get(0).contains("no run has told"), run::toString);
        }
    }

    @Test
    void whatOtherQueriesHaveReadIsNotComparedWithWhatOursRead() {
        try (Replica replica = replica("refuse")) {
            toOne(replica);
            database.execute("update plumbline.left_behind set reading = null");
            database.execute("create index by_hand on public.one (id)");
            Run next = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
            assertEquals(
                    List.of("drift since the last run is not known: another version of Plumbline has kept it"),
                    next.warnings());

            database.execute("drop index public.by_hand");
            assertEquals(Outcome.SUCCEEDED, replica.migrate().outcome());
        }
    }

    @Test
    void theLedgerOfAnOlderBuildIsNoObstacle() {
        try (Replica replica = replica("refuse")) {
            toOne(replica);
        }
        database.execute("alter table plumbline.left_behind drop column reading; drop sequence plumbline.unwritten;"
                + " drop index plumbline.ddl_named_idx; alter table plumbline.drift drop column made_after;"
                + " alter table plumbline.watched drop column seen");
        database.execute("delete from plumbline.ledger_history where version in ('005', '006', '007')");
        try (Replica replica = replica("refuse")) {
            assertEquals(
                    Optional.of("another version of Plumbline has kept it"),
                    replica.sinceLastRun("1").unknown());
            Run next = replica.migrate();
            assertEquals(Outcome.SUCCEEDED, next.outcome(), next::toString);
            assertEquals(List.of("1"), database.rows("select count(*) from plumbline.left_behind where reading <> ''"));
        }
    }
}
