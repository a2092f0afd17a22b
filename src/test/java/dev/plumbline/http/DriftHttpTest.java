package dev.plumbline.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.publication.EventSchema;
import dev.plumbline.testing.DatabaseResource;
import dev.plumbline.testing.Management;
import dev.plumbline.testing.Until;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was, and what becomes of drift, as callers see it. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class DriftHttpTest {

    private static final String OPEN = "create table public.by_hand (id integer)";
    private static final String CLOSE = "drop table public.by_hand";

    @BeforeEach
    void migrated() {
        Until.isTrue(() -> when().get(Management.url("/q/health/ready")).statusCode() == 200);
        verify();
    }

    private static void verify() {
        when().get("/schema/verification").then().statusCode(200);
    }

    private static void change(String sql) {
        DatabaseResource.database().execute(sql);
        verify();
    }

    /** One client of the stream, which reads one event after the other. */
    private static final class Client implements AutoCloseable {

        private final BufferedReader lines;

        Client(Optional<String> seen) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/schema/drift/events"))
                    .header("Accept", "text/event-stream");
            seen.ifPresent(id -> request.header("Last-Event-ID", id));
            lines = new BufferedReader(new InputStreamReader(
                    HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8));
            next("id:");
        }

        String next(String field) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(field)) {
                    return line.substring(field.length()).strip();
                }
            }
            throw new IllegalStateException("the stream has ended");
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void aTransitionIsToldAsItHappensAndAgainToWhoComesBack() throws IOException, InterruptedException {
        try (Client client = new Client(Optional.empty())) {
            change(OPEN);
            String opened = client.next("id:");
            String document = client.next("data:");
            assertEquals("dev.plumbline.drift.opened", JsonPath.from(document).get("type"));
            EventSchema.check(document);
            change(CLOSE);
            try (Client again = new Client(Optional.of(opened))) {
                assertEquals("dev.plumbline.drift.resolved", again.next("event:"));
            }
        }
    }

    @Test
    void whoHasSeenMoreThanThereIsGoesOnFromTheLast() throws IOException, InterruptedException {
        try (Client client = new Client(Optional.of("999999999"))) {
            change(OPEN);
            assertEquals("dev.plumbline.drift.opened", client.next("event:"));
            change(CLOSE);
        }
    }

    @Test
    void theHistoryTellsWhenTheVerdictHasChanged() {
        change(OPEN);
        change(CLOSE);
        String next = given().queryParam("limit", 2)
                .get("/schema/verification/history")
                .then()
                .statusCode(200)
                .body("states.verdict", contains("MATCHES", "DRIFTED"))
                .body("states.differences", contains(0, 1))
                .extract()
                .path("next");
        given().queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/schema/verification/history")
                .then()
                .statusCode(200)
                .body("states", hasSize(1))
                .body("states[0].verdict", is("MATCHES"));
        for (String query : List.of("limit=0", "limit=x", "cursor=x", "cursor=-5")) {
            for (String path : List.of("/schema/verification/history", "/schema/drift/dead-letters")) {
                when().get(path + "?" + query).then().statusCode(400).contentType("application/problem+json");
            }
        }
    }

    @Test
    void whatWasGivenUpIsShownWithWhatItTellsOf() {
        when().get("/schema/drift/dead-letters").then().statusCode(200).body("deadLetters", empty());
        change(OPEN);
        change(CLOSE);
        var database = DatabaseResource.database();
        database.execute("update plumbline.delivery set state = 'DEAD', error = 'it answered 500', ended_at = now()"
                + " where number = (select max(number) from plumbline.delivery)");
        try {
            String document = when().get("/schema/drift/dead-letters")
                    .then()
                    .statusCode(200)
                    .body("deadLetters", hasSize(1))
                    .body("deadLetters[0].sink", is("log"))
                    .body("deadLetters[0].error", is("it answered 500"))
                    .extract()
                    .path("deadLetters[0].events[0].type");
            assertTrue(document.startsWith("dev.plumbline."), document);
        } finally {
            database.execute("update plumbline.delivery set state = 'DELIVERED' where state = 'DEAD'");
        }
    }
}
