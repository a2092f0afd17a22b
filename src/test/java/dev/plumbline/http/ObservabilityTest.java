package dev.plumbline.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.plumbline.testing.DatabaseResource;
import dev.plumbline.testing.Management;
import dev.plumbline.testing.Until;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts and the dashboard speak of what the service exposes. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ObservabilityTest {

    private static final Path FOLDER = Path.of("src/main/observability");
    private static final Pattern NAME = Pattern.compile("\\bplumbline_\\w+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=~?\"([^\"]*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"plumbline.rules.yml", "plumbline.dashboard.json"})
    void eachMetricIsExposedWithEachLabel(String file) throws IOException {
        Until.isTrue(() -> when().get(Management.url("/q/health/ready")).statusCode() == 200);
        DatabaseResource.database().execute("comment on table public.leads is 'by hand'");
        try {
            when().get("/schema/verification").then().statusCode(200);
            String exposed = when().get(Management.url("/q/metrics")).asString();
            Set<String> names = names(exposed);
            String text = Files.readString(FOLDER.resolve(file));
            Set<String> used = names(text);
            assertFalse(used.isEmpty(), "no metric in " + file);
            used.removeAll(names);
            assertEquals(Set.of(), used, () -> exposed);
            LABEL.matcher(text.replaceAll("kube_\\w+\\{.*?}", ""))
                    .results()
                    .forEach(label -> assertTrue(exposed.contains(label.group(1) + "=\""), label::group));
        } finally {
            DatabaseResource.database()
                    .execute("comment on table public.leads is 'Prospects and how far they have come'");
        }
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void eachAlertSaysWhatItMeansAndWhatToDo() throws IOException {
        JsonNode rules = new ObjectMapper(new YAMLFactory())
                .readTree(FOLDER.resolve("plumbline.rules.yml").toFile())
                .at("/groups/0/rules");
        assertEquals(
                List.of(
                        "PlumblineSecurityDrift",
                        "PlumblineDrift",
                        "PlumblineBlind",
                        "PlumblineAuthorsUnknown",
                        "PlumblineMigrationFailed",
                        "PlumblineMigrationJobFailed",
                        "PlumblineVerifyNotSucceeding",
                        "PlumblineSinkBehind",
                        "PlumblineDeadLetters"),
                rules.findValuesAsText("alert"));
        assertEquals(rules.size(), rules.findValues("summary").size());
        assertEquals(rules.size(), rules.findValues("description").size());
    }

    @Test
    void strangersPutNoWordsOfTheirsIntoTheMetrics() {
        given().header("Origin", "https://evil.example")
                .request("BREW", "/tea-of-strangers")
                .then()
                .statusCode(403);
        Until.isTrue(() -> when().get(Management.url("/q/metrics")).asString().contains("method=\"OTHER\""));
        String exposed = when().get(Management.url("/q/metrics")).asString();
        assertThat(exposed, not(anyOf(containsString("BREW"), containsString("tea-of-strangers"))));
    }

    @ParameterizedTest
    @CsvSource({
        "/migrations, /migrations",
        "/migrations/plan, /migrations/plan",
        "/migrations/runs, /migrations/runs",
        "/schema/drift/dead-letters, /schema/drift/dead-letters",
        "/schema/objects, /schema/objects",
        "/schema/objects/schema public, /schema/objects/{path}",
        "/schema/verification, /schema/verification",
        "/schema/verification/history, /schema/verification/history"
    })
    void eachPathIsCountedByItself(String path, String name) {
        when().get(path).then().statusCode(200);
        Pattern counted =
                Pattern.compile("http_server_requests_seconds_count\\{[^}]*uri=\"" + Pattern.quote(name) + "\"");
        Until.isTrue(
                () -> counted.matcher(when().get(Management.url("/q/metrics")).asString())
                        .find());
    }

    @Test
    void whatHasNotHappenedYetIsZeroSoThatItsFirstTimeIsAnIncrease() {
        String exposed = when().get(Management.url("/q/metrics")).asString();
        assertTrue(exposed.contains("plumbline_migration_runs_total{outcome=\"failed\"} 0.0"), exposed);
        assertTrue(exposed.contains("plumbline_verifications_total{verdict=\"MIGRATING\"}"), exposed);
    }
}
