package dev.plumbline.verification;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasEntry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report says what it did not look at. */
class CoverageTest {

    @Test
    void kindsThatAreNotComparedAreCounted() {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            assertEquals(Map.of(), database.verify().coverage().notModelled());
            database.execute(
                    "create function public.same(text, text) returns boolean immutable language sql as 'select $1 = $2'");
            database.execute("create operator public.=== (leftarg = text, rightarg = text, function = public.same)");
            database.execute("create cast (text as money) with inout");
            database.execute("create text search configuration public.plain (copy = simple)");
            database.execute("create type public.shell");
            Map<String, Long> notModelled = database.verify().coverage().notModelled();
            assertThat(notModelled, hasEntry("operator", 1L));
            assertThat(notModelled, hasEntry("cast", 1L));
            assertThat(notModelled, hasEntry("text search configuration", 1L));
            assertThat(notModelled, hasEntry("type", 1L));
        }
    }

    @Test
    void aRoleThatMayNotReadTheCatalogLearnsNothing() {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            database.execute("revoke select on pg_catalog.pg_policy from public");
            database.execute("drop role if exists stranger");
            database.execute("create role stranger login");
            database.execute("grant usage on schema plumbline to stranger");
            database.execute("grant select on plumbline.flyway_schema_history to stranger");
            Report report = database.verifyAs("stranger");
            assertEquals(Verdict.UNKNOWN, report.verdict());
            assertTrue(
                    report.reason().orElseThrow().contains("permission denied for table pg_policy"), report::toString);

            database.execute("grant select on pg_catalog.pg_policy to public");
            assertEquals(Verdict.MATCHES, database.verifyAs("stranger").verdict());

            database.execute("alter table plumbline.flyway_schema_history enable row level security");
            report = database.verifyAs("stranger");
            assertEquals(Verdict.UNKNOWN, report.verdict());
            assertTrue(report.reason().orElseThrow().contains("row level security"), report::toString);
            database.execute("drop owned by stranger; drop role stranger");
        }
    }

    @Test
    void aReadThatTakesTooLongIsNoVerdict() throws SQLException {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            Verifier impatient = new Verifier(
                    database.pool(),
                    TestDatabase.CONTRACT,
                    new Impatient(),
                    Clock.systemUTC(),
                    Memory.NONE,
                    verification -> {});
            try (Connection other = database.connect()) {
                other.setAutoCommit(false);
                other.createStatement().execute("lock table pg_catalog.pg_policy in access exclusive mode");
                Report report = impatient.verify().await().indefinitely();
                assertEquals(Verdict.UNKNOWN, report.verdict());
                assertTrue(report.reason().orElseThrow().contains("time"), report::toString);
                other.rollback();
            }
            assertEquals(
                    Verdict.MATCHES, impatient.verify().await().indefinitely().verdict());
        }
    }

    private static final class Impatient implements VerificationConfig {

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public int retries() {
            return 0;
        }

        @Override
        public Optional<List<String>> ignore() {
            return Optional.empty();
        }
    }

    @Test
    void aTerminalIsToldNothingByNames() {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            database.execute("create table public.\"\u001b[2J\u202eMATCHES\" ()");
            String text = ReportText.of(database.verify());
            assertTrue(text.contains("public.\"?[2J?MATCHES\""), text);
        }
    }

    @Test
    void peopleAreToldWhatElseARenamedTableIsAndWhatIsGranted() {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            database.execute(
                    "alter table public.leads rename to contacts;"
                            + "alter table public.contacts disable row level security; grant select on public.profiles to anon");
            String text = ReportText.of(database.verify());
            assertTrue(
                    text.contains("      was it table public.leads? Then it is not as it was: rowSecurity is false, and"
                            + " should be true."),
                    text);
            assertTrue(
                    text.contains("+ privilege anon on table public.profiles  (unexpected)\n      privileges: SELECT"),
                    text);
        }
    }

    /** Our queries run with the rights of whom the service is; a name that they call must not be one of somebody else's. */
    @Test
    void functionsOfTheSameNamesAreNotCalled() {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            List<String> traps = List.of("hash_record_extended(record, integer)", "hashtextextended(text, integer)");
            traps.forEach(trap -> database.execute("create function public." + trap
                    + " returns bigint language plpgsql as 'begin raise exception $$called$$; end'"));
            Report report = database.verify();
            assertEquals(
                    List.of(
                            "function public.hash_record_extended(record, integer)",
                            "function public.hashtextextended(text, integer)"),
                    report.differences().stream().map(ReportedDifference::path).toList(),
                    report::toString);
        }
    }
}
