package dev.plumbline.boot;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.Jar;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Tokens;
import dev.plumbline.testing.Until;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may call the packaged service. */
class GuardIT {

    private static final String URL = TestServer.ofDefaultMajor().url("no_such_database");

    @Test
    void whoHasNoTokenOfTheRightRoleIsRefusedEverything() {
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", URL))) {
            Until.isTrue(jar::isLive);
            assertEquals(200, jar.get("/migrations").statusCode());
            for (String path : List.of("/migrations", "/schema/verification", "/q/openapi", "/nowhere")) {
                is(401, "no-token", jar.as("", "GET", path));
                is(401, "bad-token", jar.as("Bearer s3cr3t.s3cr3t.s3cr3t", "GET", path));
                is(401, "no-token", jar.as("Basic s3cr3t", "GET", path));
                is(403, "anon-key", jar.as("Bearer " + Tokens.ofProject("anon"), "GET", path));
            }
            is(403, "anon-key", jar.as("bearer " + Tokens.ofProject("authenticated"), "POST", "/migrations"));
            is(403, "no-role", jar.as("Bearer " + Tokens.ofProject("postgres"), "POST", "/migrations/repair"));
            assertEquals(
                    431,
                    jar.as("Bearer " + "s3cr3t".repeat(180_000), "GET", "/migrations")
                            .statusCode());
            assertEquals(200, jar.as("", "GET", "/q/metrics").statusCode());
            assertThat(jar.log(), not(containsString("s3cr3t")));
            assertThat(jar.log(), not(containsString("eyJ")));
        }
    }

    @Test
    void whereNothingSaysWhoMayCallNobodyMay() {
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", URL, "SUPABASE_JWT_SECRET", ""))) {
            Until.isTrue(jar::isLive);
            HttpResponse<String> refused = jar.as("", "GET", "/migrations");
            is(403, "not-configured", refused);
            assertThat(refused.body(), containsString("SUPABASE_JWT_SECRET"));
            is(403, "not-configured", jar.as("Bearer " + Tokens.ofProject("service_role"), "POST", "/migrations"));
            assertThat(jar.log(), containsString("nobody may call this service"));
        }
    }

    @Test
    void nobodyIsAskedWhereThatIsSaidButNoWebPageMayMigrate() {
        try (Jar jar =
                Jar.start(Map.of("DATABASE_URL", URL, "SUPABASE_JWT_SECRET", "", "PLUMBLINE_SECURITY", "none"))) {
            Until.isTrue(jar::isLive);
            assertThat(jar.log(), containsString("WHOEVER REACHES THE PORT"));
            assertEquals(200, jar.as("", "GET", "/migrations").statusCode());
            assertEquals(503, jar.as("", "POST", "/migrations").statusCode());
            is(403, "cross-site", jar.from("https://example.com", "/migrations"));
            is(403, "cross-site", jar.from("null", "/migrations/repair"));
            String rebound = "rebound.example:" + URI.create(jar.url("")).getPort();
            assertEquals(
                    403,
                    given().header("Host", rebound)
                            .header("Origin", "http://" + rebound)
                            .post(jar.url("/migrations"))
                            .statusCode());
            assertEquals(503, jar.from(jar.url(""), "/migrations").statusCode());
        }
    }

    @Test
    void whereThereIsACertificateCallersAreAnsweredOverTlsAndNotWithout(@TempDir Path folder) throws Exception {
        String store = folder.resolve("store.p12").toString();
        String password = "store-password";
        int port = Jar.freePort();
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                (keytool + " -genkeypair -keyalg RSA -dname CN=localhost -ext SAN=dns:localhost -keystore " + store
                                + " -storepass " + password)
                        .split(" "));
        assertEquals(0, made.start().waitFor());
        try (Jar jar = Jar.start(Map.of(
                "DATABASE_URL", URL,
                "QUARKUS_HTTP_SSL_PORT", Integer.toString(port),
                "QUARKUS_HTTP_INSECURE_REQUESTS", "disabled",
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", store,
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", password))) {
            Until.isTrue(jar::isLive);
            given().trustStore(store, password)
                    .get("https://localhost:" + port + "/migrations")
                    .then()
                    .statusCode(401);
            given().trustStore(store, password)
                    .auth()
                    .oauth2(Tokens.ofProject("service_role"))
                    .get("https://localhost:" + port + "/migrations")
                    .then()
                    .statusCode(200);
            assertThrows(UncheckedIOException.class, () -> jar.get("/migrations"));
            assertThat(jar.log(), not(containsString(password)));
        }
    }

    @Test
    void whoCallsTooOftenIsAskedToWaitWhateverHeShows() {
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", URL, "PLUMBLINE_HTTP_REQUESTS_PER_SECOND", "1"))) {
            Until.isTrue(jar::isLive);
            HttpResponse<String> answer = jar.as("Bearer wrong", "GET", "/migrations");
            for (int more = 0; more < 20 && answer.statusCode() == 401; more++) {
                answer = jar.as("Bearer wrong", "GET", "/migrations");
            }
            is(429, "too-many-requests", answer);
            assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(200, jar.as("", "GET", "/q/metrics").statusCode());
            Until.isTrue(() -> jar.get("/migrations").statusCode() == 200);
        }
    }

    /** Also those that have not come to the end of a request, which costs nobody anything to open. */
    @Test
    void noMoreAreConnectedThanMayBe() throws IOException {
        var open = new ArrayList<Socket>();
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", URL, "QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS", "5"))) {
            Until.isTrue(jar::isLive);
            URI service = URI.create(jar.url(""));
            for (int i = 0; i < 10; i++) {
                var socket = new Socket(service.getHost(), service.getPort());
                open.add(socket);
                socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            Until.isTrue(() -> open.stream().filter(GuardIT::isClosed).count() >= 5);
            assertTrue(jar.isLive());
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(100);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void whoDoesNotComeToAnEndIsCutOff() throws IOException {
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", URL, "PLUMBLINE_SECURITY", "none"))) {
            Until.isTrue(jar::isLive);
            assertEquals("", answer(jar, "POST /migrations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{"));
            assertThat(jar.log(), not(containsString("ERROR")));
        }
    }

    @Test
    void whatIsTooLargeOrNamesNoHostIsRefusedWithAProblem() throws IOException {
        try (Jar jar = Jar.start(Map.of("DATABASE_URL", URL, "PLUMBLINE_SECURITY", "none"))) {
            Until.isTrue(jar::isLive);
            assertThat(
                    answer(jar, "POST /migrations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16385\r\n\r\n{"),
                    allOf(startsWith("HTTP/1.1 413 "), containsString("urn:plumbline:problem:too-large")));
            assertThat(
                    answer(jar, "GET /migrations HTTP/1.1\r\nConnection: close\r\n\r\n"),
                    allOf(startsWith("HTTP/1.1 400 "), containsString("urn:plumbline:problem:no-host")));
            assertThat(jar.log(), not(containsString("ERROR")));
        }
    }

    /** To the end of the connection. */
    private static String answer(Jar jar, String request) throws IOException {
        try (var socket = new Socket("localhost", URI.create(jar.url("/")).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void is(int status, String type, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(
                "urn:plumbline:problem:" + type, JsonPath.from(answer.body()).get("type"));
    }
}
