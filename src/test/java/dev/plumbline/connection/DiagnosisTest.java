package dev.plumbline.connection;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.testing.Cable;
import dev.plumbline.testing.Pools;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is behind a failure is known by what drivers and servers say. */
class DiagnosisTest {

    private static final TestServer SERVER = TestServer.ofDefaultMajor();

    /** By both drivers. */
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_HOST, no-such-host.invalid:5432/x?sslmode=disable",
        "CONNECTION_REFUSED, localhost:1/x?sslmode=disable",
        "TLS, SERVER/postgres?sslmode=require",
        "NO_SUCH_DATABASE, SERVER/no_such_database?sslmode=disable",
        "LOGIN_REFUSED, SERVER/postgres?sslmode=disable&user=stranger"
    })
    void whatKeepsUsOutIsKnown(Diagnosis expected, String place) {
        String server = SERVER.url("postgres").replaceFirst(".*@([^/]*)/.*", "$1");
        String there = place.replace("SERVER", server);
        String user = there.contains("&user=") ? "stranger" : "postgres";
        String url = there.replace("&user=stranger", "");
        check(expected, url, user);
    }

    @Test
    void aDatabaseThatLetsNobodyInIsKnown() {
        try (TestDatabase database = SERVER.emptyDatabase()) {
            database.refuseConnections();
            check(Diagnosis.NOT_ACCEPTING_CONNECTIONS, database.url().replaceFirst(".*@", ""), "postgres");
            database.allowConnections();
        }
    }

    @Test
    void soIsWhoeverHangsUp() {
        int port = PgConnectOptions.fromUri(SERVER.url("postgres")).getPort();
        try (Cable cable = Cable.to(port)) {
            cable.is(Cable.State.CUT);
            check(Diagnosis.CONNECTION_CUT, "localhost:" + cable.port() + "/d?sslmode=disable", "u");
        }
    }

    @Test
    void soIsWhoeverSaysNothing() {
        int port = PgConnectOptions.fromUri(SERVER.url("postgres")).getPort();
        try (Cable cable = Cable.to(port)) {
            cable.is(Cable.State.SILENT);
            String url = "localhost:" + cable.port() + "/d?sslmode=disable";
            checkDriver(Diagnosis.NO_ANSWER, url + "&socketTimeout=1", "u");
            checkClient(Diagnosis.NO_ANSWER, url, "u");
        }
    }

    private static void check(Diagnosis expected, String url, String user) {
        checkDriver(expected, url, user);
        checkClient(expected, url, user);
    }

    private static void checkDriver(Diagnosis expected, String url, String user) {
        var jdbc = assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection("jdbc:postgresql://" + url + "&user=" + user)
                        .close());
        assertEquals(Optional.of(expected), Trouble.behind(jdbc).diagnosis(), jdbc::toString);
    }

    private static void checkClient(Diagnosis expected, String url, String user) {
        Pool pool = Pools.of(1, PgConnectOptions.fromUri("postgresql://" + user + "@" + url));
        try {
            Trouble trouble =
                    new Database(pool).trouble().await().indefinitely().orElseThrow();
            assertEquals(Optional.of(expected), trouble.diagnosis(), trouble::toString);
            assertThat(trouble.advice(), containsString(expected.remedy()));
        } finally {
            pool.closeAndForget();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAME_TAKEN|create table public.ssl (id integer); create table public.ssl (id integer)",
                "NAME_TAKEN|create type public.t as enum (); create type public.t as enum ()",
                "EXTENSION_MISSING|create extension no_such_extension",
                "SYNTAX_ERROR|create tabel ssl_certificate ()",
                "NEEDS_NO_TRANSACTION|begin; reindex database concurrently",
                "PERMISSION_DENIED|set role pg_monitor; create table public.x ()",
                "READ_ONLY|set transaction read only; create table public.x ()"
            })
    void whatAMigrationStumblesOverIsKnown(Diagnosis expected, String sql) throws SQLException {
        try (TestDatabase database = SERVER.emptyDatabase();
                var connection = database.connect();
                var statement = connection.createStatement()) {
            var refused = assertThrows(SQLException.class, () -> statement.execute(sql));
            assertEquals(Optional.of(expected), Trouble.behind(refused).diagnosis(), refused::toString);
        }
    }

    @Test
    void wordsOfAStatementAreNoDiagnosis() throws SQLException {
        try (TestDatabase database = SERVER.emptyDatabase();
                var connection = database.connect();
                var statement = connection.createStatement()) {
            var refused = assertThrows(
                    SQLException.class, () -> statement.execute("select ssl, connection refused from no_such"));
            assertEquals(Optional.empty(), Trouble.behind(refused).diagnosis(), refused::toString);
        }
    }

    /** What a statement of theirs cannot connect to is not the database. */
    @Test
    void aConnectionOfAStatementIsNotOurs() throws SQLException {
        try (TestDatabase database = SERVER.emptyDatabase();
                var connection = database.connect();
                var statement = connection.createStatement()) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute(
                            "do $$ begin raise exception 'Connection refused' using errcode = '08001'; end $$"));
            Trouble trouble = Trouble.behind(refused);
            assertEquals(Trouble.Kind.OTHER, trouble.kind(), trouble::toString);
            assertEquals(Optional.empty(), trouble.diagnosis(), trouble::toString);
        }
    }

    /** As Supabase is said to answer; not seen here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IPV6_ONLY||UnknownHostException db.abcdefghijklmnopqrst.supabase.co",
                "IPV6_ONLY||Network is unreachable: db.abcdefghijklmnopqrst.supabase.co/2600:1f18::1:5432",
                "PROJECT_PAUSED|XX000|Tenant or user not found",
                "LOGIN_REFUSED|28P01|password authentication failed for user \"postgres\"",
                "TLS|28000|no pg_hba.conf entry for host \"192.0.2.7\", user \"u\", database \"d\", no encryption",
                "LOGIN_REFUSED|28000|no pg_hba.conf entry for host \"192.0.2.7\", user \"u\", database \"d\", SSL encryption"
            })
    void whatASupabaseProjectSaysIsKnown(Diagnosis expected, String state, String message) {
        assertEquals(Optional.of(expected), Diagnosis.of(state == null ? "" : state, message));
    }

    @ParameterizedTest
    @EnumSource
    void eachIsInTheDocumentInTheSameWords(Diagnosis one) throws IOException {
        String line = Arrays.stream(
                        Files.readString(Path.of("docs/problems.md")).split("\n"))
                .filter(row -> row.startsWith("| `" + one.type() + "`"))
                .findFirst()
                .orElseThrow();
        assertThat(line.replace("&lt;", "<"), containsString("| " + one.remedy() + " |"));
    }
}
