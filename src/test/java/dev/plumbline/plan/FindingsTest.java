package dev.plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.contract.Contract;
import dev.plumbline.contract.Spellings;
import dev.plumbline.plan.Finding.Concern;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks against a run, where it takes more than a folder to bring it about. */
class FindingsTest {

    private static final Optional<String> ALL = Optional.empty();

    /** A role that may read Flyway's history. */
    private static final String STRANGER =
            "create role plan_stranger login; grant usage on schema plumbline to plan_stranger;"
                    + "grant select on all tables in schema plumbline to plan_stranger";

    private Planned project;

    private Planned project(String folder) {
        project = Planned.of(new Case(Path.of("src/test/resources", folder)));
        return project;
    }

    @AfterEach
    void drop() {
        project.close();
    }

    private static List<String> messages(Plan plan, Concern concern) {
        return plan.findings().stream()
                .filter(finding -> finding.concern() == concern)
                .map(Finding::message)
                .toList();
    }

    @Test
    void whatTheRoleMayNotDo() {
        project("plan/rows_refused").database().execute(STRANGER + "; grant references on customer to plan_stranger");
        try {
            Plan plan = project.plannerAs("plan_stranger").plan(ALL);
            assertEquals(
                    List.of(
                            "the role plan_stranger is not the owner of public.\"order\"",
                            "the role plan_stranger is not the owner of public.customer"),
                    messages(plan, Concern.PRIVILEGE_MISSING).stream()
                            .distinct()
                            .toList());
            assertTrue(
                    plan.unchecked().stream().anyMatch(reason -> reason.contains("permission denied")), plan::toString);
        } finally {
            project.database().execute("drop owned by plan_stranger; drop role plan_stranger");
        }
    }

    /** Of a third script of the project. */
    private Plan planOf(String script, FluentConfiguration flyway) throws IOException {
        Path scripts = Files.createTempDirectory("scripts");
        Files.writeString(scripts.resolve("V3__it.sql"), script);
        return project.planner(TestDatabase.at("filesystem:" + scripts, flyway)).plan(ALL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    set role plan_owner                                                           | may not become plan_owner
                    alter table mine owner to plan_owner                                          | may not become plan_owner
                    alter default privileges for role plan_owner grant select on tables to public | has not the privileges of plan_owner
                    reassign owned by plan_owner to plan_stranger                                 | has not the privileges of plan_owner
                    alter schema theirs rename to ours                                            | is not the owner of the schema theirs
                    drop schema if exists theirs                                                  | is not the owner of the schema theirs
                    grant select on customer to public                                            | lacks GRANT OPTION on public.customer
                    create publication all_of_it for all tables                                   | is not a superuser
                    create event trigger e on ddl_command_end execute function f()                | is not a superuser
                    create schema ours authorization plan_owner                                   | may not become plan_owner
                    alter table mine owner to current_user                                        |
                    set role none                                                                 |
                    alter default privileges grant select on tables to public                     |
                    grant select on mine to public                                                |
                    grant update on lent to public                                                |
                    grant plan_stranger to plan_owner                                             |
                    alter schema own rename to ours                                               |
                    create publication some_of_it for table mine                                  |
                    set role plan_stranger                                                        |
                    set role plan_owner_to_be                                                     |
                    """)
    void whatElseTheRoleMayNotDo(String statement, String lacking) throws IOException {
        project("plan/rows_refused")
                .database()
                .execute(STRANGER + "; create role plan_owner; create schema theirs; create table mine (id integer);"
                        + "alter table mine owner to plan_stranger; create table lent (id integer);"
                        + "grant update on lent to plan_stranger with grant option;"
                        + "create schema own authorization plan_stranger; grant create on database "
                        + "\"" + project.database().name() + "\" to plan_stranger");
        try {
            Plan plan = planOf(statement, project.database().flywayAs("plan_stranger"));
            assertEquals(
                    lacking == null ? List.of() : List.of("the role plan_stranger " + lacking),
                    messages(plan, Concern.PRIVILEGE_MISSING));
        } finally {
            project.database().execute("drop owned by plan_stranger; drop role plan_stranger; drop role plan_owner");
        }
    }

    @Test
    void whoeverAScriptActsAsMayDoOtherThings() throws IOException {
        project("plan/rows_refused")
                .database()
                .execute(STRANGER + "; create role plan_owner; grant plan_owner to plan_stranger;"
                        + "alter table customer owner to plan_owner; alter table \"order\" owner to postgres");
        try {
            Plan plan = planOf(
                    "alter table customer set (fillfactor = 90); set role plan_owner; alter table \"order\" rename to o;"
                            + "reset role; alter table \"order\" rename to o;",
                    project.database().flywayAs("plan_stranger"));
            assertEquals(
                    List.of("the role plan_stranger is not the owner of public.\"order\""),
                    messages(plan, Concern.PRIVILEGE_MISSING));
            assertTrue(
                    plan.unchecked().contains("V3__it.sql: privileges after line 1, where it becomes another role"),
                    plan::toString);
        } finally {
            project.database()
                    .execute("alter table customer owner to postgres; drop owned by plan_stranger;"
                            + "drop role plan_stranger; drop role plan_owner");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    alter table part detach partition part_one concurrently                | this cannot run within a transaction
                    reindex table concurrently customer                                    | this cannot run within a transaction
                    reindex (verbose, concurrently) table customer                         | this cannot run within a transaction
                    alter type stage add value 'stuck'; select 'stuck'::text               | the label 'stuck' of stage cannot be used
                    alter table part detach partition part_one                             |
                    reindex table customer                                                 |
                    alter type stage add value 'stuck'; select 'other'                     |
                    create type s as enum ('a'); alter type s add value 'b'; select 'b'    |
                    alter type stage add value 'stuck'; commit; select 'stuck'::text       |
                    """)
    void whatCannotRunInTheTransactionOfItsScript(String script, String refused) throws IOException {
        project("plan/rows_refused")
                .database()
                .execute("create type stage as enum ('new'); create table part (id integer) partition by range (id);"
                        + "create table part_one partition of part for values from (1) to (10)");
        List<String> messages = messages(planOf(script, project.flyway()), Concern.STATEMENT_REFUSED);
        assertEquals(refused == null ? 0 : 1, messages.size(), messages::toString);
        assertTrue(refused == null || messages.get(0).startsWith(refused), messages::toString);
    }

    @Test
    void aSchemaThatTheRoleMayNotUse() throws IOException {
        project("plan/rows_refused")
                .database()
                .execute("create schema kept; create table kept.secret (id integer);" + STRANGER);
        try {
            Plan plan = planOf(
                    "create table kept.secret (id integer); comment on table kept.secret is 'Mine'; select 1;",
                    project.database().flywayAs("plan_stranger"));
            assertTrue(
                    messages(plan, Concern.PRIVILEGE_MISSING).get(0).endsWith("permission denied for schema kept"),
                    plan::toString);
            assertEquals(
                    List.of("cannot be created: table kept.secret is there already"),
                    messages(plan, Concern.NAME_TAKEN));
            assertEquals(3, plan.scripts().get(0).statements().size());
        } finally {
            project.database().execute("drop owned by plan_stranger; drop role plan_stranger");
        }
    }

    @Test
    void aLockThatSomebodyHolds() throws SQLException {
        project("plan/rows_refused");
        try (Connection other = project.database().connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("set application_name = 'a long report'; select * from customer");
            List<String> held = messages(project.planner().plan(ALL), Concern.LOCK_HELD);
            assertTrue(held.get(0).startsWith("public.customer has been locked for PT"), held::toString);
            assertTrue(held.get(0).endsWith("(a long report)"), held::toString);
            other.rollback();
            assertEquals(List.of(), messages(project.planner().plan(ALL), Concern.LOCK_HELD));
        }
    }

    @Test
    void aTableThatSomebodyHasLockedIsNotWaitedFor() throws SQLException {
        project("plan/rows_refused");
        try (Connection other = project.database().connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table customer");
            Plan plan = project.planner().plan(ALL);
            assertTrue(
                    plan.unchecked().stream().anyMatch(reason -> reason.contains("customer_email_key")),
                    plan::toString);
        }
    }

    @Test
    void aScriptThatIsAnotherNow() {
        project("plan/rows_refused")
                .database()
                .execute("update plumbline.flyway_schema_history set checksum = 1 where version = '1'");
        List<String> objections = messages(project.planner().plan(ALL), Concern.HISTORY);
        assertTrue(objections.get(0).contains("checksum mismatch"), objections::toString);
    }

    @Test
    void anExtensionThatTheServerDoesNotHave() {
        var objects = new ArrayList<>(
                project("plan/rows_refused").contract().schema().stream().toList());
        objects.add(new SchemaObject("extension nonesuch", null, Map.of("version", "1")));
        objects.add(new SchemaObject("extension plpython3u", null, Map.of("version", "1")));
        Contract contract = project.contract();
        Plan plan = project.planner(
                        project.flyway(),
                        new Contract(
                                contract.migrations(),
                                contract.owned(),
                                contract.elsewhere(),
                                new Schema(objects),
                                Spellings.NONE))
                .plan(ALL);
        assertTrue(
                messages(plan, Concern.EXTENSION_UNAVAILABLE)
                        .contains("the extension nonesuch is not installed on the server"),
                plan::toString);
    }

    @Test
    void anIndexThatABuildHasLeft() {
        project("plan/concurrently")
                .database()
                .execute("create index a_id_idx on a (id);"
                        + "update pg_index set indisvalid = false where indexrelid = 'a_id_idx'::regclass");
        List<String> invalid = messages(project.planner().plan(ALL), Concern.INVALID_INDEX);
        assertTrue(
                invalid.get(0).startsWith("index public.a_id_idx is what a build that failed has left"),
                invalid::toString);
    }

    @Test
    void oneThatABuildHasLeftAlsoWhereNothingIsPending() {
        project("plan/up_to_date")
                .database()
                .execute("create table left_a (id integer); create index left_idx on left_a (id);"
                        + "update pg_index set indisvalid = false where indexrelid = 'left_idx'::regclass");
        assertEquals(
                1, messages(project.planner().plan(ALL), Concern.INVALID_INDEX).size());
    }

    @Test
    void aPartitionThatHasBeenHalfDetached() {
        project("plan/up_to_date")
                .database()
                .execute("create table part (id integer) partition by range (id);"
                        + "create table part_one partition of part for values from (1) to (10);"
                        + "update pg_inherits set inhdetachpending = true where inhrelid = 'part_one'::regclass");
        List<String> left = messages(project.planner().plan(ALL), Concern.DETACH_PENDING);
        assertTrue(left.get(0).startsWith("table public.part_one is what a DETACH PARTITION"), left::toString);
    }

    @Test
    void workForLongerThanALockMayBeWaitedFor() {
        project("plan/rows_refused")
                .database()
                .execute("insert into customer select g, repeat('x', 100) || g from generate_series(10, 2000) g");
        List<String> longer = messages(project.planner().plan(ALL), Concern.LONG_LOCK);
        assertTrue(
                longer.get(0)
                        .matches(
                                "public.customer \\(\\d+ MB\\) is read under the lock ACCESS EXCLUSIVE: meanwhile nobody reads it"),
                longer::toString);
    }

    @Test
    void aNameOfAnotherDatabaseLeadsNowhere() throws IOException {
        project("plan/rows_refused");
        Plan plan = planOf("drop table elsewhere.public.customer; drop table a.b.c.d", project.flyway());
        assertEquals(
                List.of(
                        Optional.of("elsewhere.public.customer has more than a schema and a table in it"),
                        Optional.of("a.b.c.d has more than a schema and a table in it")),
                plan.scripts().get(0).statements().stream()
                        .map(Plan.Statement::unknown)
                        .toList());
    }

    @Test
    void aPlaceholderThatIsASecretIsNotShown() {
        project("plan_refused/secret");
        Plan plan = project.planner().plan(ALL);
        assertTrue(plan.scripts().get(0).statements().get(0).sql().contains("***"), plan::toString);
        assertTrue(!plan.toString().contains("hidden-word"), plan::toString);
        var refusal =
                assertThrows(NotSqlException.class, () -> project.planner().script(ALL));
        assertEquals("V2__call.sql has a secret in line 1", refusal.getMessage());
    }

    @Test
    void whatAnEditorCannotRunIsNoScript() {
        project("plan_refused/copy");
        var refusal =
                assertThrows(NotSqlException.class, () -> project.planner().script(ALL));
        assertEquals("V2__copy.sql copies rows from itself, which an SQL editor cannot", refusal.getMessage());
    }

    @Test
    void norIsWhatResetsTheSession() {
        project("plan_refused/reset");
        var refusal =
                assertThrows(NotSqlException.class, () -> project.planner().script(ALL));
        assertTrue(
                refusal.getMessage().startsWith("V1__create_a.sql resets the session in line 2"), refusal::getMessage);
    }

    @Test
    void norABaseline() {
        project("plan/rows_refused")
                .database()
                .execute("drop schema plumbline cascade; create schema beside; create table beside.it (id integer)");
        var flyway = project.flyway().schemas("plumbline", "beside");
        assertTrue(messages(project.planner(flyway).plan(ALL), Concern.HISTORY)
                .get(0)
                .startsWith("there is something in beside"));
        Planner planner = project.planner(flyway.baselineOnMigrate(true));
        assertEquals(
                List.of("V2__add_rules.sql"),
                planner.plan(ALL).scripts().stream().map(Plan.Script::script).toList());
        var refusal = assertThrows(NotSqlException.class, () -> planner.script(ALL));
        assertEquals("A run would begin the history with a baseline of version 1", refusal.getMessage());
    }

    @Test
    void whatARunIsAllowedToGoOverIsNoObjection() {
        project("plan/rows_refused")
                .database()
                .execute("update plumbline.flyway_schema_history set checksum = 1 where version = '1';"
                        + "insert into plumbline.flyway_schema_history select 99, '0.1', 'gone', 'SQL', 'V0.1__gone.sql', 1, 'they',"
                        + " now(), 1, true");
        assertEquals(2, messages(project.planner().plan(ALL), Concern.HISTORY).size());
        assertEquals(
                1,
                messages(
                                project.planner(project.flyway().ignoreMigrationPatterns("*:missing"))
                                        .plan(ALL),
                                Concern.HISTORY)
                        .size());
        assertEquals(
                List.of(),
                messages(
                        project.planner(project.flyway().validateOnMigrate(false))
                                .plan(ALL),
                        Concern.HISTORY));
    }

    @Test
    void aVersionThatHasFailedIsNotCurrent() {
        project("plan/rows_refused")
                .database()
                .execute(
                        "insert into plumbline.flyway_schema_history select 99, '2', 'add rules', 'SQL', 'V2__add_rules.sql', 1,"
                                + " 'they', now(), 1, false");
        assertEquals(Optional.of("1"), project.planner().plan(ALL).current());
    }

    @Test
    void aScriptThatTheContractDoesNotKnow() throws IOException {
        project("plan/rows_refused");
        assertEquals(List.of(), messages(project.planner().plan(ALL), Concern.CONTRACT));
        List<String> unknown = messages(planOf("select 1", project.flyway()), Concern.CONTRACT);
        assertTrue(unknown.get(0).startsWith("the contract knows no such V3__it.sql"), unknown::toString);
    }

    @Test
    void aScriptThatFlywayCannotRead() {
        project("plan_refused/secret");
        Planner planner = project.planner(project.flyway().placeholders(Map.of()));
        Plan plan = planner.plan(ALL);
        List<String> objections = messages(plan, Concern.HISTORY);
        assertTrue(objections.get(0).contains("No value provided for placeholder"), plan::toString);
        assertTrue(assertThrows(RefusedException.class, () -> planner.script(ALL))
                .getMessage()
                .contains("No value provided for placeholder"));
    }

    @Test
    void whatARunWouldNotGoOverIsNoScriptEither() {
        project("plan/rows_refused")
                .database()
                .execute("update plumbline.flyway_schema_history set success = false where version = '1'");
        var refusal =
                assertThrows(RefusedException.class, () -> project.planner().script(ALL));
        assertTrue(refusal.getMessage().contains("failed migration to version 1"), refusal::getMessage);
    }

    @Test
    void aQueryOverRowsThatItsRoleDoesNotSeeIsPlanned() {
        project("plan/row_security")
                .database()
                .execute("create role plan_reader login;"
                        + "grant usage on schema plumbline to plan_reader; grant select on all tables in schema plumbline to plan_reader;"
                        + "grant select, insert on all tables in schema public to plan_reader");
        try {
            Plan plan = project.plannerAs("plan_reader").plan(ALL);
            assertEquals(List.of(), plan.findings());
            assertEquals(
                    List.of("public.note", "public.note"),
                    plan.scripts().get(0).statements().stream()
                            .flatMap(statement -> statement.tables().stream())
                            .map(Plan.Touched::table)
                            .toList());
        } finally {
            project.database().execute("drop owned by plan_reader; drop role plan_reader");
        }
    }

    @Test
    void halfOfAScriptIsInItsWay() {
        project = project("plan/rows_refused")
                .told(new Planner.Since(List.of(), Optional.empty(), true), Optional.of("V2__add_rules.sql"));
        assertTrue(messages(project.planner().plan(ALL), Concern.HISTORY)
                .get(0)
                .contains("ended within V2__add_rules.sql"));
        assertRefused("ended within V2__add_rules.sql");
    }

    @Test
    void driftThatKeepsARunFromBeginningKeepsItsScriptFromBeingWritten() {
        var changes = List.of("table public.by_hand is unexpected");
        project =
                project("plan/rows_refused").told(new Planner.Since(changes, Optional.empty(), true), Optional.empty());
        assertRefused("since the last run: table public.by_hand is unexpected");
        project = project.told(new Planner.Since(changes, Optional.empty(), false), Optional.empty());
        assertTrue(project.planner().script(ALL).contains("order_price_check"));
    }

    private void assertRefused(String why) {
        String message = assertThrows(
                        RefusedException.class, () -> project.planner().script(ALL))
                .getMessage();
        assertTrue(message.contains(why), message);
    }
}
