package dev.plumbline.boot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.testing.FlywayLock;
import dev.plumbline.testing.Jar;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged service as a command that ends: what it prints, and with which exit code. */
class CommandIT {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestServer.ofDefaultMajor().database();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private static Jar ended(int exitCode, String url, String... words) {
        Jar jar = Jar.start(Map.of("DATABASE_URL", url, "PLUMBLINE_DATABASE_WAIT_TIMEOUT", "1s"), words);
        assertEquals(exitCode, jar.exitCode(), () -> jar.output() + jar.log());
        return jar;
    }

    @Test
    void whatIsBroughtToTheSchemaIsFineAndSoItStays() {
        JsonPath first = JsonPath.from(
                ended(0, database.url(), "migrate", "--output", "json").output());
        assertEquals(0, first.getInt("exitCode"));
        assertEquals("SUCCEEDED", first.getString("run.outcome"));
        assertEquals("MATCHES", first.getString("report.verdict"));
        JsonPath second = JsonPath.from(
                ended(0, database.url(), "migrate", "--output=json").output());
        assertNull(second.get("run"));
        assertThat(ended(0, database.url(), "verify").output(), startsWith("MATCHES: no difference"));
        assertEquals(List.of("1"), database.rows("select count(*) from plumbline.run"));
    }

    @Test
    void aScriptThatFailsIsOneAndToldWithItsRemedy() {
        database.execute("do $$ begin create role stranger_to_all login; exception when others then end $$");
        Jar jar = ended(1, database.url("stranger_to_all"), "migrate");
        assertThat(jar.output(), containsString(": FAILED, "));
        assertThat(jar.output(), containsString("  sqlstate 42501"));
        assertThat(jar.output(), containsString("  remedy   "));
    }

    /** As in production, where what collects logs reads lines; elsewhere these tests have people's format. */
    @Test
    void eachLineOfTheLogIsJsonAndSaysWhichRun() {
        try (Jar jar = Jar.start(
                Map.of("DATABASE_URL", database.url(), "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"), "migrate")) {
            assertEquals(0, jar.exitCode(), jar::log);
            List<JsonPath> lines = jar.log().lines().map(JsonPath::from).toList();
            assertEquals(
                    List.of(),
                    lines.stream()
                            .filter(line -> line.getString("level") == null || line.getString("loggerName") == null)
                            .toList());
            assertEquals(
                    1,
                    lines.stream()
                            .filter(line -> line.getString("message").matches("run [0-9a-f-]{36}: succeeded.*"))
                            .count());
        }
    }

    @Test
    void driftIsThree() {
        ended(0, database.url(), "migrate");
        database.execute("drop policy leads_delete on public.leads");
        assertThat(ended(3, database.url(), "verify").output(), startsWith("DRIFTED: 1 difference"));
        JsonPath json = JsonPath.from(
                ended(3, database.url(), "verify", "--output", "json").output());
        assertEquals("policy public.leads.leads_delete", json.getString("report.differences[0].path"));
    }

    @Test
    void whatHasNotBeenMigratedIsNotAsPromised() {
        assertThat(ended(3, database.url(), "verify").output(), startsWith("PENDING: "));
    }

    @Test
    void aDatabaseThatCannotBeReachedInTimeIsFour() {
        database.refuseConnections();
        assertThat(ended(4, database.url(), "migrate").output(), startsWith("UNREACHABLE: "));
        JsonPath json = JsonPath.from(
                ended(4, database.url(), "verify", "--output=json").output());
        assertThat(json.getString("trouble.message"), containsString("not currently accepting connections"));
        assertEquals(4, json.getInt("exitCode"));
    }

    @Test
    void whoIsToldToEndWhileItStartsBeginsNothing() {
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", database.url()), "migrate")) {
            Until.isTrue(() -> jar.log().contains("--/ __"));
            jar.end();
            assertEquals(143, jar.exitCode(), jar::log);
            assertEquals("", jar.output());
            assertEquals(List.of("0"), database.rows("select count(*) from pg_namespace where nspname = 'plumbline'"));
        }
    }

    @Test
    void aResultThatCannotBeWrittenIsNoSuccess() throws Exception {
        database.migrate();
        var verify = new ProcessBuilder(
                "sh",
                "-c",
                "exec \"$0\" -jar target/quarkus-app/quarkus-run.jar verify > /dev/full",
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        verify.environment().put("DATABASE_URL", database.url());
        assertEquals(1, verify.start().waitFor());
    }

    @Test
    void whoWaitsForNothingIsAnsweredAllTheSame() {
        database.migrate();
        try (Jar jar =
                Jar.start(Map.of("DATABASE_URL", database.url(), "PLUMBLINE_DATABASE_WAIT_TIMEOUT", "0s"), "migrate")) {
            assertEquals(0, jar.exitCode(), jar::log);
            assertThat(jar.output(), containsString("MATCHES: "));
        }
    }

    @Test
    void whoeverMigratesIsWaitedForButNotForEver() {
        FlywayLock another = FlywayLock.on(database);
        try {
            assertThat(ended(4, database.url(), "verify").output(), startsWith("MIGRATING: "));
        } finally {
            another.release();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "destroy",
        "serve --output",
        "verify --output",
        "migrate --output xml",
        "verify --outputjson",
        "verify all"
    })
    void whatMakesNoSenseIsTwoAndSaysHowItIsUsed(String line) {
        Jar jar = ended(2, database.url(), line.split(" "));
        assertEquals("", jar.output());
        assertThat(jar.log(), containsString("usage: [serve]"));
        assertEquals(7, jar.log().lines().count(), jar.log());
    }

    @Test
    void aSettingThatMakesNoSenseIsTwo() {
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", database.url(), "PLUMBLINE_WATCH_EVERY", "often"), "verify")) {
            assertEquals(2, jar.exitCode());
            assertEquals("", jar.output());
            assertThat(jar.log(), containsString("plumbline.watch.every"));
        }
        try (Jar jar = Jar.start(Map.of(), "migrate")) {
            assertEquals(2, jar.exitCode());
            assertThat(jar.log(), containsString("set DATABASE_URL"));
        }
    }

    @Test
    void itStartsNoServerAndListensToNobody() {
        ended(0, database.url(), "migrate");
        FlywayLock another = FlywayLock.on(database);
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", database.url()), "verify")) {
            Until.isTrue(() -> database.rows(ours("true")).equals(List.of("1")));
            assertThat(jar.log(), not(containsString("http://")));
            assertThrows(UncheckedIOException.class, () -> jar.get("/"));
            assertEquals(List.of("0"), database.rows(ours("query like 'listen%'")));
        } finally {
            another.release();
        }
    }

    private static String ours(String condition) {
        return "select count(*) from pg_stat_activity where datname = current_database()"
                + " and application_name = 'plumbline' and " + condition;
    }
}
