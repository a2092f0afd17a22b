package dev.plumbline.boot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.testing.Bouncer;
import dev.plumbline.testing.Jar;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged service, from outside, on days that are good and bad. */
class BootIT {

    private static final String SECRET = "s3cr%40t-w0rd";
    private static final TestServer SERVER = TestServer.ofDefaultMajor();

    @Test
    void withoutADatabaseItSaysInOneSentenceWhichSettingToGive() {
        try (Jar jar = Jar.start(Map.of())) {
            assertEquals(2, jar.exitCode());
            assertThat(jar.log(), containsString("set DATABASE_URL"));
            assertEquals(1, jar.log().lines().count(), jar.log());
        }
    }

    @Test
    void aMalformedUrlIsRefusedAndNotShown() {
        try (Jar jar = Jar.start(Map.of("SUPABASE_DB_URL", "postgresql://postgres:" + SECRET + "@host:port/db"))) {
            assertEquals(2, jar.exitCode());
            assertThat(jar.log(), containsString("In SUPABASE_DB_URL, the port is malformed"));
            assertThat(jar.log(), not(containsString("s3cr")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLUMBLINE_WATCH_EVERY, -5s, is refused: it must be PT0S to PT87600H",
        "PLUMBLINE_WATCH_EVERY, often, plumbline.watch.every",
        "PLUMBLINE_WATCH_EVERY, '', plumbline.watch.every",
        "PLUMBLINE_MIGRATION_SILENCE_TIMEOUT, P30D, it must be PT1S to PT168H",
        "PLUMBLINE_MIGRATION_AT_START, ture, plumbline.migration.at-start",
        "PLUMBLINE_SINKS_HOOK_SEVERITY, bad, plumbline.sinks.hook.severity",
        "PLUMBLINE_ISSUERS_CLUSTER_ISSUER, ' ', plumbline.issuers.cluster.issuer",
        "PLUMBLINE_MIGRATION_LOCK_TIMEOUT, 0s, plumbline.migration.lock-timeout",
        "PLUMBLINE_VERIFICATION_RETRIES, -1, plumbline.verification.retries",
        "PLUMBLINE_SINKS_HOOK_TYPE, http, plumbline.sinks.hook.url",
        "PLUMBLINE_SECURITY, nnone, plumbline.security is tokens or none",
        "K_SINK, s3cr3t, plumbline.sinks.knative.url"
    })
    void aSettingThatMakesNoSenseIsRefusedByItsName(String variable, String value, String key) {
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", SERVER.url("postgres"), variable, value))) {
            assertEquals(2, jar.exitCode());
            assertThat(jar.log(), containsString(key));
        }
    }

    @Test
    void eightThatStartAtOnceMigrateOnce() {
        try (TestDatabase database = SERVER.database()) {
            List<Jar> replicas = IntStream.range(0, 8)
                    .mapToObj(i -> Jar.start(Map.of("DATABASE_URL", database.url())))
                    .toList();
            try {
                replicas.forEach(jar -> Until.isTrue(jar::isReady));
                replicas.forEach(jar -> {
                    assertEquals("MATCHES", verdict(jar));
                    assertEquals(List.of(), troubles(jar));
                });
                assertEquals(
                        List.of(),
                        database.rows(
                                "select description from plumbline.flyway_schema_history group by 1 having count(*) > 1"));
            } finally {
                replicas.forEach(Jar::close);
            }
        }
    }

    /** What it complains of; that eight on one machine have to wait for it is the complaint of libraries. */
    private static List<String> troubles(Jar jar) {
        return jar.log()
                .lines()
                .filter(line -> line.contains("ERROR") || line.matches(".*WARN +\\[dev\\.plumbline.*"))
                .toList();
    }

    /** Each transaction in whatever session is free: what one has prepared there, another must not meet. */
    @Test
    void throughAPoolerInTransactionModeEverybodyIsAnswered() {
        assumeTrue(Bouncer.isInstalled());
        try (TestDatabase database = SERVER.database();
                Bouncer bouncer = Bouncer.of(database, "transaction");
                Jar jar = Jar.start(Map.of("DATABASE_URL", bouncer.url()))) {
            Until.isTrue(jar::isReady);
            assertEquals(
                    List.of(),
                    IntStream.range(0, 60)
                            .parallel()
                            .mapToObj(i -> jar.get(List.of("/schema/verification", "/migrations", "/migrations/runs")
                                    .get(i % 3)))
                            .filter(answer ->
                                    answer.statusCode() != 200 || answer.body().contains("UNKNOWN"))
                            .map(HttpResponse::body)
                            .toList());
        }
    }

    /** Each is told from the outside, in the log and in the health, and the process lives on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://u:s3cr%40t-w0rd@localhost:1/x|the database cannot be reached",
                "postgresql://u:s3cr%40t-w0rd@no-such-host.invalid/x|no-such-host.invalid",
                "stranger|the database refused the login",
                "postgres in no_such_database|the database refused the login"
            })
    void aDatabaseThatLetsNobodyInIsWaitedFor(String url, String message) {
        String[] words = url.split(" in ");
        String uri = url.contains("://")
                ? url
                : SERVER.url(words[0] + ":" + SECRET, words.length == 2 ? words[1] : "postgres");
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", uri, "PLUMBLINE_DATABASE_WAIT_TIMEOUT", "1s"))) {
            Until.isTrue(() -> jar.log().contains("still waiting for the database"));
            assertThat(jar.log(), containsString(message));
            assertThat(jar.get("/q/health/ready").body(), containsString(message));
            assertEquals(503, jar.get("/q/health/ready").statusCode());
            assertEquals(200, jar.get("/q/health/live").statusCode());
            assertEquals("UNKNOWN", verdict(jar));
            assertThat(jar.get("/schema/verification").body(), containsString(message));
            assertEquals("UNKNOWN", JsonPath.from(jar.get("/migrations").body()).get("status"));
            assertTrue(jar.isRunning());
            tellsNoSecret(jar);
        }
    }

    @Test
    void aDatabaseThatComesLateIsMigratedThen() {
        try (TestDatabase database = SERVER.database()) {
            String url = database.url();
            database.refuseConnections();
            try (Jar jar = Jar.start(Map.of("DATABASE_URL", url))) {
                Until.isTrue(() -> jar.log().contains("waiting for the database"));
                assertFalse(jar.isReady());
                database.allowConnections();
                Until.isTrue(jar::isReady);
                assertEquals("MATCHES", verdict(jar));
            }
        }
    }

    @Test
    void aDatabaseThatGoesAwayIsUnknownAndKnownAgainWhenItIsBack() {
        try (TestDatabase database = SERVER.database();
                Jar jar = Jar.start(Map.of("DATABASE_URL", database.url(), "PLUMBLINE_WATCH_EVERY", "1s"))) {
            Until.isTrue(() -> "SUCCEEDED"
                    .equals(JsonPath.from(jar.get("/migrations").body()).get("last.outcome")));
            assertEquals("MATCHES", verdict(jar));
            database.refuseConnections();
            Until.isTrue(() -> "UNKNOWN".equals(verdict(jar)));
            Until.isTrue(() -> jar.log().contains("verdict UNKNOWN"));
            assertTrue(jar.isReady());
            assertEquals(503, jar.get("/migrations/runs").statusCode());
            assertThat(jar.log(), containsString("/migrations/runs was answered with 503"));
            database.allowConnections();
            Until.isTrue(() -> "MATCHES".equals(verdict(jar)));
            assertEquals(
                    "UP_TO_DATE", JsonPath.from(jar.get("/migrations").body()).get("status"));
            String run =
                    jar.post("/migrations").headers().firstValue("Location").orElseThrow();
            Until.isTrue(
                    () -> "SUCCEEDED".equals(JsonPath.from(jar.get(run).body()).get("outcome")));
            assertThat(jar.log(), not(containsString("\tat ")));
        }
    }

    /** A run of the bundled schema in its middle, until this is rolled back. */
    private static Connection keepWaiting(TestDatabase database) throws SQLException {
        Connection blocking = database.connect();
        blocking.setAutoCommit(false);
        try (var lock = blocking.createStatement()) {
            lock.execute("lock table auth.users in access exclusive mode");
        }
        return blocking;
    }

    @Test
    void theRunThatGoesOnMayEndBeforeTheProcess() throws SQLException {
        try (TestDatabase database = SERVER.database();
                Connection blocking = keepWaiting(database)) {
            try (Jar jar =
                    Jar.start(Map.of("DATABASE_URL", database.url(), "PLUMBLINE_MIGRATION_LOCK_TIMEOUT", "1m"))) {
                Until.isTrue(() -> jar.log().contains("009 - plan columns"));
                jar.end();
                Until.isTrue(() -> jar.log().contains("no run begins any more"));
                blocking.rollback();
                assertEquals(143, jar.exitCode(), jar::log);
                assertThat(jar.log(), containsString("has ended before the process: SUCCEEDED"));
            }
            assertEquals(List.of("SUCCEEDED"), database.rows("select outcome from plumbline.run"));
        }
    }

    @Test
    void whoWaitsForARunIsAnsweredBeforeTheEndAndStreamsEndWell() throws SQLException {
        try (TestDatabase database = SERVER.database();
                Connection blocking = keepWaiting(database)) {
            try (Jar jar = Jar.start(Map.of(
                    "DATABASE_URL", database.url(),
                    "PLUMBLINE_MIGRATION_AT_START", "false",
                    "PLUMBLINE_MIGRATION_LOCK_TIMEOUT", "1m",
                    "QUARKUS_SHUTDOWN_TIMEOUT", "1m"))) {
                Until.isTrue(() -> jar.log().contains("Listening on"));
                var run = CompletableFuture.supplyAsync(() -> jar.post("/migrations", Map.of("Prefer", "wait=60")));
                Until.isTrue(() -> jar.log().contains("009 - plan columns"));
                String location = "/migrations/runs/"
                        + database.rows("select id from plumbline.run").get(0);
                Stream<String> drift = jar.stream("/schema/drift/events");
                Stream<String> steps = jar.stream(location + "/events");
                jar.end();
                assertThat(drift.toList().toString(), containsString("from here on"));
                assertThat(steps.toList().toString(), containsString("script-started"));
                assertEquals(202, run.join().statusCode(), run.join()::body);
                assertEquals(Optional.of(location), run.join().headers().firstValue("Location"));
                blocking.rollback();
                assertEquals(143, jar.exitCode(), jar::log);
            }
        }
    }

    @Test
    void theRunThatDoesNotEndInTimeIsCutOffAndThatIsAllThatIsTold() throws SQLException {
        try (TestDatabase database = SERVER.database();
                Connection blocking = keepWaiting(database)) {
            try (Jar jar = Jar.start(Map.of(
                    "DATABASE_URL", database.url(),
                    "PLUMBLINE_MIGRATION_LOCK_TIMEOUT", "1m",
                    "PLUMBLINE_MIGRATION_END_TIMEOUT", "1s"))) {
                Until.isTrue(() -> jar.log().contains("009 - plan columns"));
                jar.end();
                assertEquals(143, jar.exitCode(), jar::log);
                String after = jar.log().substring(jar.log().indexOf("no run begins any more"));
                assertEquals(2, after.strip().lines().count(), after);
                assertThat(after, containsString("cut off, for it has not ended within PT1S"));
            }
            blocking.rollback();
        }
    }

    @Test
    void aRoleThatMayNotMigrateIsTold() {
        try (TestDatabase database = SERVER.database()) {
            database.execute("create role newcomer login password '" + "s3cr@t-w0rd" + "'");
            String url = database.url("newcomer:" + SECRET);
            try (Jar jar = Jar.start(Map.of("DATABASE_URL", url))) {
                Until.isTrue(() -> "FAILED"
                        .equals(JsonPath.from(jar.get("/migrations").body()).get("status")));
                JsonPath overview = JsonPath.from(jar.get("/migrations").body());
                assertThat(overview.get("reason"), containsString("permission denied"));
                assertEquals("42501", overview.get("last.failure.sqlState"));
                assertEquals("PENDING", verdict(jar));
                assertFalse(jar.isReady());
                tellsNoSecret(jar);

                database.execute("alter role newcomer superuser");
                assertEquals(202, jar.post("/migrations").statusCode());
                Until.isTrue(jar::isReady);
                assertEquals("MATCHES", verdict(jar));
            } finally {
                database.execute("alter role newcomer nosuperuser nologin");
            }
        }
    }

    @Test
    void aRoleThatMayNotReadTheHistoryNeverSeesAMatch() {
        try (TestDatabase database = SERVER.database()) {
            database.migrate();
            database.execute(
                    "create role spectator login; alter role spectator set default_transaction_read_only = on");
            try (Jar jar = Jar.start(Map.of("DATABASE_URL", database.url("spectator")))) {
                Until.isTrue(() -> jar.log().contains("failed"));
                JsonPath report = JsonPath.from(jar.get("/schema/verification").body());
                assertEquals("UNKNOWN", report.get("verdict"));
                assertThat(
                        report.get("reason"), containsString("spectator may not read plumbline.flyway_schema_history"));
                assertFalse(jar.isReady());

                database.execute("grant usage on schema plumbline to spectator;"
                        + "grant select on plumbline.flyway_schema_history to spectator");
                assertEquals("MATCHES", verdict(jar));
            }
        }
    }

    @Test
    void theWatchTellsOfDriftOnceAndOfItsEnd() {
        try (TestDatabase database = SERVER.database();
                Jar jar = Jar.start(Map.of("DATABASE_URL", database.url(), "PLUMBLINE_WATCH_EVERY", "1s"))) {
            Until.isTrue(jar::isReady);
            database.execute("drop index public.leads_status_created_at_idx");
            Until.isTrue(() ->
                    jar.log().contains("drift opened: [performance] The index public.leads_status_created_at_idx"));
            Until.isTrue(() -> verifications(jar, "DRIFTED") >= 3);
            database.execute("create index leads_status_created_at_idx on public.leads (status, created_at desc)");
            Until.isTrue(() -> jar.log().contains("drift resolved: index public.leads_status_created_at_idx"));
            assertEquals(
                    1,
                    jar.log()
                            .lines()
                            .filter(line -> line.contains("drift opened"))
                            .count(),
                    jar.log());
        }
    }

    @Test
    void aChangeIsToldAtOnceWithWhoMadeItAndHow() {
        try (TestDatabase database = SERVER.database();
                Jar jar = Jar.start(Map.of("DATABASE_URL", database.url(), "PLUMBLINE_WATCH_EVERY", "0"))) {
            Until.isTrue(() -> jar.log().contains("who changes the schema is written down"));
            Until.isTrue(
                    () -> database.rows("select count(*) from pg_stat_activity where query = 'listen plumbline_ddl'")
                            .equals(List.of("1")));
            database.execute("set application_name = 'by hand'; drop policy leads_delete on public.leads");
            Until.isTrue(() -> jar.log().contains("drift opened: [security] The policy public.leads.leads_delete"));
            String line = jar.log()
                    .lines()
                    .filter(one -> one.contains("drift opened"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line, containsString("By postgres with by hand from "));
            assertThat(line, containsString("drop policy leads_delete on public.leads"));
            database.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen plumbline_ddl'");
            database.execute("create table public.by_hand (id integer)");
            Until.isTrue(() -> jar.log().contains("The table public.by_hand is there"));
        }
    }

    @Test
    void whoSeesToItThatNothingIsWrittenDownAnyMoreIsNotedHimself() {
        try (TestDatabase database = SERVER.database();
                Jar jar = Jar.start(Map.of("DATABASE_URL", database.url(), "PLUMBLINE_WATCH_EVERY", "1s"))) {
            Until.isTrue(() -> jar.log().contains("who changes the schema is written down"));
            Until.isTrue(() -> jar.get("/q/metrics").body().contains("plumbline_attribution_available 1.0"));
            Until.isTrue(() -> {
                // The service makes them anew as long as it is starting, and cannot read what changes all the time.
                database.execute("do $$ begin if exists (select from pg_event_trigger"
                        + " where evtname = 'plumbline_record_ddl' and evtenabled <> 'D')"
                        + " then alter event trigger plumbline_record_ddl disable; end if; end $$");
                return jar.log()
                        .contains(
                                "who changes the schema is not written down any more: the event triggers that write it down");
            });
            database.execute("alter event trigger plumbline_record_ddl enable always");
            Until.isTrue(() -> jar.log().contains("who changes the schema is written down again"));
        }
    }

    private static double verifications(Jar jar, String verdict) {
        String name = "plumbline_verifications_total{verdict=\"" + verdict + "\"} ";
        return jar.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    private static String verdict(Jar jar) {
        return JsonPath.from(jar.get("/schema/verification").body()).get("verdict");
    }

    private static void tellsNoSecret(Jar jar) {
        for (String path : List.of("/migrations", "/schema/verification", "/q/health", "/q/metrics", "/nowhere")) {
            assertThat(jar.get(path).body(), not(containsString("s3cr")));
        }
        assertThat(jar.log(), not(containsString("s3cr")));
    }
}
