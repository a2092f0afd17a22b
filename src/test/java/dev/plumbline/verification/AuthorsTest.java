package dev.plumbline.verification;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.ledger.DdlLog;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.verification.Report.Attribution;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Who has made a difference, as the event triggers have written it down. */
class AuthorsTest {

    /** Commands, as PostgreSQL calls them, and statements that are one. */
    private static final String DONE = """
            DROP POLICY    | drop policy leads_delete on public.leads
            ALTER TABLE    | alter table public.leads disable row level security
            ALTER TABLE    | alter table public.leads add column by_hand integer
            ALTER TABLE    | alter table public.leads alter column status drop default
            CREATE INDEX   | create index by_hand on public.leads (id)
            DROP INDEX     | drop index public.leads_metadata_idx
            COMMENT        | comment on table public.leads is 'by hand'
            CREATE VIEW    | create view public.by_hand as select 1 as one
            CREATE TABLE   | create table public."by ""hand"".x" (id integer)
            CREATE FUNCTION | create function public.f(a integer, b varchar) returns text language sql as 'select b'
            CREATE FUNCTION | create function public.f(a text, b jsonb, c text[], d uuid) returns integer language sql as 'select 1'
            CREATE PROCEDURE | create procedure public.p(a text, b name) language sql as ''
            CREATE AGGREGATE | create aggregate public.a(jsonb) (sfunc = jsonb_concat, stype = jsonb)
            CREATE DOMAIN  | create domain public.by_hand as integer
            CREATE PUBLICATION | create publication by_hand for table public.leads
            CREATE PUBLICATION | create publication by_hand for tables in schema public
            ALTER TABLE    | alter table public.leads add constraint by_hand check (id is not null)
            ALTER TABLE    | alter table public.leads disable trigger user
            GRANT          | grant truncate on public.leads to anon
            REVOKE         | revoke select on public.leads from authenticated
            GRANT          | grant select (id) on public.leads to anon
            CREATE SCHEMA  | create schema by_hand
            GRANT          | grant create on schema public to anon
            GRANT          | do $$ begin grant truncate on public.leads to anon; exception when others then null; end $$
            GRANT          | do $$ begin execute 'grant trigger on ' || 'public.le' || 'ads to anon'; end $$
            ALTER DEFAULT PRIVILEGES | alter default privileges in schema public grant select on tables to public
            ALTER DEFAULT PRIVILEGES | alter default privileges revoke execute on functions from public
            DROP OWNED     | drop owned by anon
            ALTER TABLE    | alter table public.leads rename to by_hand
            """;

    /** Made once of each server, and copied. */
    private static final Map<TestServer, TestDatabase> RECORDED = new HashMap<>();

    private static final String RUN = "6b2a4c1e-0000-4000-8000-000000000000";

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = recorded(TestServer.ofDefaultMajor());
    }

    private static synchronized TestDatabase recorded(TestServer server) throws SQLException {
        if (!RECORDED.containsKey(server)) {
            RECORDED.put(server, record(server));
        }
        return server.copy(RECORDED.get(server));
    }

    private static TestDatabase record(TestServer server) throws SQLException {
        TestDatabase database = server.migrated();
        LedgerTables.create(database.flyway());
        assertEquals(Optional.empty(), install(database));
        assertEquals(List.of(), database.verify().differences());
        database.disconnect();
        return database;
    }

    private static Optional<String> install(TestDatabase database) throws SQLException {
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

    private String obstacle() {
        return database.verify().attribution().flatMap(Attribution::reason).orElseThrow();
    }

    @TestFactory
    Stream<DynamicNode> isWhoDidItAndHow() {
        return TestServer.onEachMajor(server -> DONE.lines()
                .map(line -> line.split(" +\\| ", 2))
                .map(row -> DynamicTest.dynamicTest(row[1], () -> check(server, row[0], row[1]))));
    }

    private static void check(TestServer server, String command, String statement) throws SQLException {
        try (TestDatabase database = recorded(server)) {
            database.execute("set application_name = 'by hand'; " + statement);
            List<ReportedDifference> differences = database.verify().differences();
            assertTrue(!differences.isEmpty(), "nothing differs");
            for (ReportedDifference difference : differences) {
                List<Author> by = difference.by();
                assertEquals(1, by.size(), difference::toString);
                assertAll(
                        () -> assertEquals(command, by.get(0).command()),
                        () -> assertEquals("postgres", by.get(0).sessionRole()),
                        () -> assertEquals("postgres", by.get(0).role()),
                        () -> assertEquals(Optional.of("by hand"), by.get(0).application()),
                        () -> assertTrue(by.get(0).statement().orElse("").endsWith(statement), by::toString));
            }
        }
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
    void aLongCommentHidesNothing() {
        database.execute("/* " + "harmless *".repeat(300) + "/ -- " + "harmless ".repeat(300)
                + "\n  drop policy leads_delete on public.leads");
        assertEquals(
                Optional.of("drop policy leads_delete on public.leads"),
                only().by().get(0).statement());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://app:hidden-word@there/db",
                "x-api-key: hidden-word",
                "-----BEGIN RSA PRIVATE KEY----- hidden-word",
                "Authorization: hidden-word",
                "AccountKey=hidden-word",
                "ghp_hidden-word",
                "sk_live_hidden-word",
                "AKIAhidden-word",
                "https://hooks.slack.com/services/hidden-word",
                "sk-proj-hidden-word",
                "AIzahidden-word",
                "glpat-hidden-word",
                "SG.hidden-word",
                "https://there/?a=b&sig=hidden-word",
                "https://hidden-word@there",
                "https://a:hidden-word/b@there",
                "pass=hidden-word",
                "db_pass: hidden-word",
                "access_key hidden-word",
                "account_key=hidden-word",
                "hmac(hidden-word"
            })
    void norIsOneWithWhatLooksLikeOne(String secret) {
        database.execute("comment on table public.leads is '" + secret + "'");
        assertEquals(Optional.empty(), only().by().get(0).statement());
        assertEquals(List.of("0"), database.rows("select count(*) from plumbline.ddl d where d::text ~ 'hidden-word'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5s", "100ms"})
    void nobodyWaitsForWhoeverHasLockedWhereItIsWrittenDown(String timeout) throws SQLException {
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table plumbline.ddl in share mode");
            database.execute("set statement_timeout = '" + timeout + "'; create index by_hand on public.leads (id)");
            assertEquals(List.of(), only().by());
        }
    }

    @Test
    void whatCannotBeWrittenDownIsToldOfWhileItMayHaveMadeADifference() throws SQLException {
        try (Connection other = database.connect();
                Connection listening = database.connect()) {
            listening.createStatement().execute("listen " + DdlLog.CHANNEL);
            other.setAutoCommit(false);
            other.createStatement().execute("lock table plumbline.ddl in share mode");
            database.execute("create index by_hand on public.leads (id)");
            assertEquals(1, listening.unwrap(PGConnection.class).getNotifications(10_000).length);
        }
        assertThat(obstacle(), containsString("could not be written down"));
        database.execute("drop index public.by_hand");
        assertEquals(List.of(), database.verify().differences());
        database.execute("create index by_hand on public.leads (id)");
        assertEquals(1, only().by().size());
        assertEquals(
                Optional.of(new Attribution(true, Optional.empty())),
                database.verify().attribution());
    }

    @Test
    void whatWasUndoneBeforeTheLastLookCountsNoMoreHoweverLongAnotherTransactionRuns() throws SQLException {
        assertEquals(List.of(), database.verify().differences());
        try (Connection running = database.connect()) {
            running.setAutoCommit(false);
            running.createStatement().execute("select pg_current_xact_id()");
            database.execute("set application_name = 'innocent'; create index by_hand on public.leads (id);"
                    + " drop index public.by_hand");
            assertEquals(List.of(), database.verify().differences());
            database.execute("set application_name = 'culprit'; create index by_hand on public.leads (id)");
            assertEquals(
                    Set.of("index public.by_hand: culprit"),
                    told(by -> by.application().orElseThrow()));
        }
    }

    @Test
    void whatCanHaveBeenDoneBeforeItWasWrittenDownIsToldSo() {
        assertEquals(List.of(), database.verify().differences());
        database.execute("alter event trigger plumbline_record_ddl disable");
        database.execute("create index by_hand on public.leads (id)");
        database.execute("alter event trigger plumbline_record_ddl enable always");
        assertEquals(List.of(), only().by());
        assertThat(obstacle(), startsWith("something may have been changed before transaction"));
    }

    @Test
    void whereItCannotBeReadTheVerdictIsTheSame() {
        database.execute("create index by_hand on public.leads (id)");
        database.execute("alter table plumbline.ddl drop column statement");
        assertEquals(List.of(), only().by());
        assertThat(obstacle(), startsWith("plumbline.ddl could not be read: "));
    }

    @Test
    void serializableTransactionsAreNotInEachOthersWay() throws SQLException {
        try (Connection one = database.connect();
                Connection other = database.connect()) {
            for (Connection connection : List.of(one, other)) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                connection.createStatement().execute("select pg_current_xact_id()");
            }
            one.createStatement().execute("grant trigger on public.leads to anon");
            other.createStatement().execute("grant trigger on public.messages to anon");
            one.commit();
            other.commit();
        }
        assertEquals(
                Set.of("privilege anon on table public.leads: GRANT", "privilege anon on table public.messages: GRANT"),
                told(Author::command));
    }

    @Test
    void whoGrantsSomethingHasDroppedNothing() {
        database.execute("set application_name = 'evil'; drop policy leads_delete on public.leads");
        database.execute("set application_name = 'good'; grant trigger on public.leads to anon");
        assertEquals(
                Set.of("policy public.leads.leads_delete: DROP POLICY", "privilege anon on table public.leads: GRANT"),
                told(Author::command));
    }

    @Test
    void whoGrantsTheSameAgainIsToldBesideWhoeverDidItFirst() {
        database.execute("set application_name = 'first'; grant trigger on public.leads to anon");
        database.execute("set application_name = 'again'; grant trigger on public.leads to anon");
        database.execute("set application_name = 'other'; grant trigger on public.messages to service_role");
        assertEquals(
                Set.of(
                        "privilege anon on table public.leads: again, first",
                        "privilege service_role on table public.messages: other"),
                told(by -> by.application().orElseThrow()));
    }

    @Test
    void whoGrantsToAnotherOrCommentsHasMadeNothingElse() {
        database.execute("set application_name = 'culprit'; grant trigger on public.leads to anon");
        database.execute("set application_name = 'dropper'; drop policy leads_delete on public.leads");
        database.execute("grant references on public.leads to service_role");
        database.execute("comment on table public.leads is 'by hand'");
        assertEquals(
                Set.of(
                        "policy public.leads.leads_delete: dropper",
                        "privilege anon on table public.leads: culprit",
                        "privilege service_role on table public.leads: PostgreSQL JDBC Driver",
                        "table public.leads: PostgreSQL JDBC Driver"),
                told(by -> by.application().orElseThrow()));
    }

    /** What is done by the first and then by the others, what differs then, and who of them is told of that, the newest first. */
    private static final String TOLD = """
            grant select on public.leads to public
              ; grant update on public.leads to service_role /* not to anon */ ; revoke all on public.leads from authenticated
              | privilege PUBLIC on table public.leads | 1
            grant trigger on public.leads to anon ; drop owned by plan_owned ; grant trigger on public.leads to "plan_anon on table x"
              | privilege anon on table public.leads | 1
            grant trigger on public.leads to anon /* password */ ; grant trigger on public.leads to plan_owned -- token
              | privilege anon on table public.leads | 2,1
            grant trigger on public.leads to plan_token ; grant trigger on public.leads to anon
              | privilege anon on table public.leads | 2
            grant insert (id) on public.leads to anon ; grant trigger on public.leads to anon
              | privilege anon on column public.leads.id | 1
            comment on column public.leads.id is 'x' ; comment on table public.leads is 'y' | column public.leads.id | 1
            alter table public.leads rename column email to mail ; alter table public.leads add column email text
              | column public.leads.email | 2,1
            alter table public.leads rename to old ; create table public.leads (like public.old including all)
              | policy public.leads.leads_delete | 1
            alter table public.leads rename to old ; create table public.leads (like public.old including all)
              | privilege authenticated on table public.leads | 2,1
            drop view public.lead_funnel ; create view public.lead_funnel as select 1 as x
              | privilege authenticated on view public.lead_funnel | 2,1
            drop view public.lead_funnel ; create or replace view public.lead_funnel as select 1 as x
              | privilege anon on view public.lead_funnel | 2
            grant execute on function agentflow.is_admin() to anon ; create or replace function agentflow.is_admin()
              returns boolean language sql as 'select true' | privilege anon on function agentflow.is_admin() | 1
            grant trigger on public.leads to U&"\\0061non" ; grant references on public.leads to service_role
              | privilege anon on table public.leads | 1
            grant trigger on public.leads to "plan_anon on table x" ; grant trigger on public.leads to anon
              | privilege "plan_anon on table x" on table public.leads | 1
            create table swap (like public.conversations) ; grant delete on swap to anon
              ; alter table public.conversations rename to old ; alter table public.swap rename to conversations
              | privilege anon on table public.conversations | 4,3
            create table swap (like public.conversations) ; create policy wide on swap using (true)
              ; alter table public.conversations rename to old ; alter table public.swap rename to conversations
              | policy public.conversations.wide | 4,3
            alter table public.leads set schema auth ; grant trigger on auth.leads to anon
              ; alter table auth.leads set schema public | privilege anon on table public.leads | 3,1
            create view by_hand as select 1 as x ; drop view by_hand ; create view by_hand as select 2 as x
              | view public.by_hand | 3
            drop policy leads_delete on public.leads ; create policy leads_delete on public.leads for delete using (false)
              ; drop policy leads_delete on public.leads | policy public.leads.leads_delete | 3
            drop view public.lead_funnel ; create view public.lead_funnel as select 1 as x
              ; drop view public.lead_funnel ; create view public.lead_funnel as select 2 as x
              | privilege authenticated on view public.lead_funnel | 4,3
            grant trigger on public.lead_funnel to anon ; drop view public.lead_funnel
              ; create view public.lead_funnel as select 1 as x | privilege anon on view public.lead_funnel | 3
            alter table public.messages owner to service_role ; alter table public.messages owner to postgres
              ; alter table public.messages add column by_hand int
              | privilege service_role on table public.messages | 2,1
            alter table public.messages owner to service_role ; alter table public.messages owner to postgres
              ; grant select on public.messages to service_role
              | privilege service_role on table public.messages | 3,2,1
            comment on index public.leads_metadata_idx is 'z' ; reindex index public.leads_metadata_idx
              | index public.leads_metadata_idx | 1
            alter table public.conversations rename column status to was ; alter table public.conversations add column status text
              | constraint public.conversations.conversations_status_check | 2,1
            alter function agentflow.is_admin() rename to "Was" ; create function agentflow.is_admin() returns boolean
              language sql as 'select true' | function agentflow.is_admin() | 2,1
            alter policy leads_delete on public.leads rename to "was ""it" | policy public.leads.leads_delete | 1
            alter table public.leads set schema auth | table public.leads | 1
            alter view if exists public.lead_funnel set schema auth | view public.lead_funnel | 1
            """;

    @TestFactory
    Stream<DynamicTest> isNobodyElse() {
        return Pattern.compile("\\s*\\n(?! )").splitAsStream(TOLD).map(row -> {
            String[] cells = row.replaceAll("\\s+", " ").split(" \\| ");
            return DynamicTest.dynamicTest(cells[0], () -> checkTold(cells));
        });
    }

    private static void checkTold(String... cells) throws SQLException {
        try (TestDatabase database = recorded(TestServer.ofDefaultMajor())) {
            database.execute("create role plan_owned; create role \"plan_anon on table x\"; create role plan_token;"
                    + " grant select on public.leads, public.messages to plan_owned");
            try {
                database.verify();
                String[] statements = cells[0].split(" ; ");
                for (int i = 0; i < statements.length; i++) {
                    try (Connection connection = database.connect();
                            var statement = connection.createStatement()) {
                        statement.execute("set application_name = '" + (i + 1) + "'");
                        statement.execute(statements[i]);
                    }
                }
                ReportedDifference difference = database.verify().differences().stream()
                        .filter(one -> one.path().equals(cells[1]))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(database.verify()));
                assertEquals(
                        cells[2],
                        difference.by().stream()
                                .map(by -> by.application().orElse(""))
                                .collect(Collectors.joining(",")));
            } finally {
                database.execute("drop owned by plan_owned, \"plan_anon on table x\", plan_token;"
                        + " drop role plan_owned, \"plan_anon on table x\", plan_token");
            }
        }
    }

    @Test
    void whoeverChangesSomethingWhileARunGoesOnIsNotTakenForTheRun() {
        database.execute("insert into plumbline.run (id, outcome, started_at, history_rank, document) values ('" + RUN
                + "', 'RUNNING', now(), 0, '{}')");
        database.execute("set application_name = 'during'; alter table public.messages add column by_hand integer");
        database.execute("set plumbline.run = '" + RUN + "'; alter table public.messages enable row level security;"
                + " update plumbline.run set outcome = 'SUCCEEDED'");
        assertEquals(
                Set.of("column public.messages.by_hand: during"),
                told(by -> by.application().orElseThrow()));
    }

    @Test
    void whereTheServerFiresNoEventTriggersItIsSaid() {
        database.execute("alter database \"" + database.name() + "\" set event_triggers = off");
        database.execute("drop policy leads_delete on public.leads");
        Attribution attribution = database.verify().attribution().orElseThrow();
        assertEquals(Optional.of("the server fires no event triggers: event_triggers is off"), attribution.reason());
        assertTrue(
                database.verify().differences().stream()
                        .allMatch(difference -> difference.by().isEmpty()),
                () -> database.verify().toString());
    }

    @Test
    void whatElseATransactionHasDoneIsNotAmongWhatItGrants() {
        database.execute(
                "begin; create table public.one (id integer); create table public.two (id integer);"
                        + " grant select on public.one to anon; grant select (id) on public.two to anon;"
                        + " savepoint s; grant update on public.one to anon; rollback to s; grant delete on public.one to anon; commit");
        assertEquals(
                List.of("{public.one}", "{public.two.id}", "{public.one}"),
                database.rows("select objects from plumbline.ddl where command = 'GRANT' order by number"));
    }

    @Test
    void whoAltersTheTableHasDroppedNoPolicy() {
        database.execute("alter event trigger plumbline_record_drop disable; drop policy leads_delete on public.leads;"
                + " alter event trigger plumbline_record_drop enable always");
        database.execute("alter table public.leads add column harmless integer");
        assertEquals(
                Set.of("policy public.leads.leads_delete: ", "column public.leads.harmless: ALTER TABLE"),
                told(Author::command));
    }

    @Test
    void whoGrantsInASavepointIsToldAsWell() {
        database.execute("begin; savepoint one; grant truncate on public.leads to anon; release one; commit");
        assertEquals(Set.of("privilege anon on table public.leads: GRANT"), told(Author::command));
    }

    private Set<String> told(Function<Author, String> what) {
        return database.verify().differences().stream()
                .map(difference -> difference.path() + ": "
                        + difference.by().stream().map(what).collect(Collectors.joining(", ")))
                .collect(Collectors.toSet());
    }

    @Test
    void manyChangesOfOneObjectHideNobodyOfAnother() {
        database.execute("drop policy leads_delete on public.leads");
        database.execute("create table public.busy (id integer); do $$ begin for i in 1..1100 loop"
                + " execute 'comment on table public.busy is ''' || i || ''''; end loop; end $$");
        assertTrue(
                database.verify().differences().stream()
                        .noneMatch(difference -> difference.by().isEmpty()),
                () -> database.verify().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create function public.nothing() returns trigger language plpgsql as 'begin return null; end';"
                        + " create trigger swallow before insert on plumbline.ddl execute function public.nothing()",
                "create rule swallow as on insert to plumbline.ddl do instead nothing",
                "alter table plumbline.ddl add check (false) not valid",
                "alter table plumbline.ddl enable row level security"
            })
    void whatCanKeepRowsOutIsToldSo(String statement) {
        database.execute(statement);
        Attribution attribution = database.verify().attribution().orElseThrow();
        assertTrue(attribution.reason().orElse("").contains("keep rows out"), attribution::toString);
    }

    @Test
    void norIsOneWhereBackslashesMeanSomethingElse() {
        database.execute("create extension postgres_fdw");
        database.execute("set standard_conforming_strings = off; create server hidden_word"
                + " foreign data wrapper postgres_fdw options (host 'hidden-word')");
        assertEquals(
                List.of("CREATE SERVER"),
                database.rows(
                        "select command from plumbline.ddl where 'hidden_word' = any (objects) and statement is null"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plumbline.run = 'of nobody'",
                "plumbline.run = '6b2a4c1e-0000-4000-8000-000000000000'",
                "quote_all_identifiers = on",
                "client_min_messages = error",
                "plpgsql.extra_errors = 'all'",
                "session_replication_role = replica",
                "default_transaction_read_only = off"
            })
    void noSettingKeepsAnybodyFromBeingWrittenDown(String setting) {
        database.execute("insert into plumbline.run (id, outcome, started_at, history_rank, document)"
                + " values ('6b2a4c1e-0000-4000-8000-000000000000', 'SUCCEEDED', now(), 0, '{}')");
        database.execute("set " + setting + "; drop policy leads_delete on public.leads");
        List<Author> by = only().by();
        assertEquals(List.of("DROP POLICY"), by.stream().map(Author::command).toList());
        assertEquals(Optional.empty(), by.get(0).run());
    }

    @Test
    void whatARunOfOursDoesIsToldAsItsOwn() {
        database.execute("insert into plumbline.run (id, outcome, started_at, history_rank, document)" + " values ('"
                + RUN + "', 'RUNNING', now(), 0, '{}')");
        database.execute("set plumbline.run = '" + RUN + "'; create index by_hand on public.leads (id)");
        assertEquals(List.of(RUN), database.rows("select run from plumbline.ddl where command = 'CREATE INDEX'"));
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
        database.execute("alter table plumbline.ddl add constraint never check (false) not valid");
        database.execute("create index by_hand on public.leads (id)");
        assertEquals(List.of(), only().by());
        database.execute("drop schema plumbline cascade");
        database.execute("drop index public.by_hand");
    }

    @Test
    void aRecorderThatSomebodyHasReplacedIsStrayUntilItIsMadeAgain() throws SQLException {
        database.execute("create or replace function plumbline.record_ddl() returns event_trigger language plpgsql"
                + " as 'begin end'");
        assertEquals("stray function plumbline.record_ddl()", only().path());
        database.execute("comment on function plumbline.record_ddl() is 'as it should be'");
        assertEquals("stray function plumbline.record_ddl()", only().path());
        Attribution attribution = database.verify().attribution().orElseThrow();
        assertTrue(attribution.reason().orElseThrow().contains("not the one"), attribution::toString);

        assertEquals(Optional.empty(), install(database));
        assertEquals(List.of(), database.verify().differences());
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
