package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.ledger.DdlLog;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.verification.Report.Attribution;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has made a difference, as the event triggers have written it down. */
class AuthorsTest {

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestServer.ofDefaultMajor().database();
        assertEquals(Optional.empty(), database.migrate().failure());
        LedgerTables.create(database.flyway());
        assertEquals(Optional.empty(), install());
        assertEquals(List.of(), database.verify().differences());
    }

    private Optional<String> install() throws SQLException {
        return DdlLog.install(database.flyway().getDataSource(), Duration.ofSeconds(10));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private ReportedDifference only() {
        List<ReportedDifference> differences = database.verify().differences();
        assertEquals(1, differences.size(), differences::toString);
        return differences.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drop policy leads_delete on public.leads                             | DROP POLICY
            alter table public.leads disable row level security                  | ALTER TABLE
            alter table public.leads add column by_hand integer                  | ALTER TABLE
            alter table public.leads alter column status drop default            | ALTER TABLE
            create index by_hand on public.leads (id)                            | CREATE INDEX
            drop index public.leads_metadata_idx                                 | DROP INDEX
            comment on table public.leads is 'by hand'                           | COMMENT
            create view public.by_hand as select 1 as one                        | CREATE VIEW
            create table public."by ""hand"".x" (id integer)                     | CREATE TABLE
            create function public.f(a integer, b varchar) returns text language sql as 'select b' | CREATE FUNCTION
            create domain public.by_hand as integer                              | CREATE DOMAIN
            alter table public.leads add constraint by_hand check (id is not null) | ALTER TABLE
            alter table public.leads disable trigger user                        | ALTER TABLE
            grant truncate on public.leads to anon                               | GRANT
            revoke select on public.leads from authenticated                     | REVOKE
            grant select (id) on public.leads to anon                            | GRANT
            create schema by_hand                                                | CREATE SCHEMA
            """)
    void isWhoDidItAndHow(String statement, String command) {
        database.execute("set application_name = 'by hand'; " + statement);
        for (ReportedDifference difference : database.verify().differences()) {
            List<Author> by = difference.by();
            assertEquals(1, by.size(), difference::toString);
            assertAll(
                    () -> assertEquals(command, by.get(0).command()),
                    () -> assertEquals("postgres", by.get(0).sessionRole()),
                    () -> assertEquals("postgres", by.get(0).role()),
                    () -> assertEquals(Optional.of("by hand"), by.get(0).application()),
                    () -> assertTrue(by.get(0).statement().orElse("").endsWith(statement), by::toString));
        }
        assertTrue(!database.verify().differences().isEmpty(), "nothing differs");
    }

    @Test
    void isToldAsWhomTheSessionActed() {
        database.execute("create role plan_actor; grant all on schema public to plan_actor");
        try {
            database.execute("set role plan_actor; create table public.acted (id integer)");
            Author author = database.verify().differences().stream()
                    .filter(difference -> difference.path().equals("table public.acted"))
                    .flatMap(difference -> difference.by().stream())
                    .findFirst()
                    .orElseThrow();
            assertEquals("postgres as plan_actor", author.sessionRole() + " as " + author.role());
        } finally {
            database.execute("drop owned by plan_actor cascade; drop role plan_actor");
        }
    }

    @Test
    void areAllWhoHaveChangedItSinceItWasAsItShouldBe() {
        database.execute("create index by_hand on public.leads (id)");
        database.execute("comment on index public.by_hand is 'one'");
        assertEquals(
                List.of("COMMENT", "CREATE INDEX"),
                only().by().stream().map(Author::command).toList());
        assertTrue(ReportText.of(database.verify()).contains("by postgres"), () -> ReportText.of(database.verify()));
    }

    @Test
    void whatIsNotWrittenDownIsNotGuessed() {
        database.execute("create index by_hand on public.leads (id)");
        database.execute("drop index public.by_hand");
        assertEquals(List.of(), database.verify().differences());
        database.execute("alter event trigger plumbline_record_ddl disable");
        database.execute("create index by_hand on public.leads (id)");
        assertEquals(List.of(), only().by());
        Attribution attribution = database.verify().attribution().orElseThrow();
        assertTrue(attribution.reason().orElseThrow().contains("not enabled"), attribution::toString);
    }

    @Test
    void aStatementThatCanCarryASecretIsNotKept() {
        database.execute("create table public.one (id integer) /* the Password is hidden-word */");
        assertEquals(Optional.empty(), only().by().get(0).statement());
        assertEquals(List.of("0"), database.rows("select count(*) from plumbline.ddl d where d::text ~ 'hidden-word'"));
    }

    @Test
    void whatIsTemporaryIsNotWrittenDown() {
        String count = "select count(*) from plumbline.ddl";
        List<String> before = database.rows(count);
        database.execute("create temp table passing (id integer); create index on passing (id); drop table passing");
        assertEquals(before, database.rows(count));
    }

    @Test
    void aRecorderThatCannotWriteKeepsNobodyFromChangingAnything() {
        database.execute("alter table plumbline.ddl rename to gone");
        database.execute("create index by_hand on public.leads (id)");
        assertEquals(List.of(), only().by());
        database.execute("drop schema plumbline cascade");
        database.execute("drop index public.by_hand");
    }

    @Test
    void aRecorderThatSomebodyHasReplacedIsMadeAgain() throws SQLException {
        database.execute("create or replace function plumbline.record_ddl() returns event_trigger language plpgsql"
                + " as 'begin end'; comment on function plumbline.record_ddl() is null");
        assertEquals(Optional.empty(), install());
        database.execute("create index by_hand on public.leads (id)");
        assertEquals(1, only().by().size());
    }

    @Test
    void aRoleThatMayNotIsToldSo() throws SQLException {
        database.execute("drop event trigger plumbline_record_ddl; create role plan_lesser login;"
                + "grant all on schema plumbline to plan_lesser");
        try {
            Optional<String> why =
                    DdlLog.install(database.flywayAs("plan_lesser").getDataSource(), Duration.ofSeconds(10));
            assertTrue(why.orElseThrow().contains("the role may not do that"), why::toString);
        } finally {
            database.execute("drop owned by plan_lesser; drop role plan_lesser");
        }
    }
}
