package dev.plumbline.migration;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigratorTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestServer.ofDefaultMajor().emptyDatabase();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aFailureIsToldByScriptLineStatementAndState() {
        Run run = migrate("fails");
        Failure failure = run.failure().orElseThrow();
        assertAll(
                () -> assertEquals(Outcome.FAILED, run.outcome()),
                () -> assertEquals(
                        List.of(Outcome.SUCCEEDED, Outcome.FAILED),
                        run.scripts().stream().map(Script::outcome).toList()),
                () -> assertEquals(Optional.of("V2__fail_on_line_four.sql"), failure.script()),
                () -> assertEquals(Optional.of(4), failure.line()),
                () -> assertEquals(Optional.of("insert into public.two values (1)"), failure.statement()),
                () -> assertEquals(Optional.of("23505"), failure.sqlState()),
                () -> assertEquals("duplicate key value violates unique constraint \"two_pkey\"", failure.message()),
                () -> assertEquals(Optional.of("Key (id)=(1) already exists."), failure.detail()));
    }

    @Test
    void aFailedScriptLeavesNothingAndThoseBeforeItStay() {
        migrate("fails");
        assertEquals(List.of("one"), tables("public"));
        assertEquals(
                List.of("1"),
                database.rows("select version from plumbline.flyway_schema_history where version is not null"));
    }

    @Test
    void aTableWithoutASchemaIsMadeWhereTheDatabaseWouldMakeIt() {
        migrate("unqualified");
        assertEquals(List.of("unqualified"), tables("public"));
        assertEquals(List.of("flyway_schema_history"), tables("plumbline"));
    }

    @Test
    void callbacksWaitForLocksNoLongerThanScriptsAndFindWhatTheyFind() {
        assertEquals(Outcome.SUCCEEDED, migrate("callbacks").outcome());
        for (String when : List.of("before", "after")) {
            assertEquals(
                    List.of("5s"),
                    database.rows("select lock_timeout from public.told_" + when
                            + " where search_path = current_setting('search_path')"));
        }
    }

    @Test
    void whatTheServerSaysIsKept() {
        Script script = migrate("unqualified").scripts().get(0);
        assertTrue(script.warnings().contains("making a table"), script::toString);
        assertEquals(Optional.of("1"), script.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "mixed"})
    void aFailureShowsNoSecret(String folder) {
        Run run = migrate(folder);
        assertEquals(Outcome.FAILED, run.outcome());
        assertFalse(run.toString().contains("hidden-word"), run::toString);
        assertTrue(run.failure().orElseThrow().toString().contains("***"), run::toString);
    }

    @Test
    void aScriptThatWasChangedAfterItRanIsNamedWithoutFlywaysAdvice() {
        migrate("unqualified");
        database.execute("update plumbline.flyway_schema_history set checksum = 1 where version = '1'");
        String message = migrate("unqualified").failure().orElseThrow().message();
        assertTrue(message.contains("checksum mismatch for migration version 1"), message);
        assertFalse(message.contains("repair"), message);
        assertFalse(message.contains("http"), message);
    }

    @Test
    void aScriptThatComesTooLateIsToldWithWhatToDo() {
        migrate("fails");
        database.execute("update plumbline.flyway_schema_history set version = '3' where version = '1'");
        Failure failure = migrate("unqualified").failure().orElseThrow();
        assertTrue(failure.message().contains("not applied to database: 1"), failure::message);
        assertFalse(failure.message().contains("ignoreMigrationPatterns"), failure::message);
        assertTrue(failure.remedy().orElseThrow().contains("out-of-order"), failure::toString);
    }

    @Test
    void aSecondRunDoesNothing() {
        migrate("unqualified");
        Run second = migrate("unqualified");
        assertEquals(Outcome.SUCCEEDED, second.outcome());
        assertEquals(List.of(), second.scripts());
        assertEquals(second.from(), second.to());
    }

    private Run migrate(String folder) {
        return database.migrate(TestDatabase.at("classpath:migration/" + folder, database.flyway()));
    }

    private List<String> tables(String schema) {
        return database.rows(
                "select tablename::text from pg_tables where schemaname = '" + schema + "' order by tablename");
    }
}
