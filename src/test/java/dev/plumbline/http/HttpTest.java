package dev.plumbline.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.DatabaseResource;
import dev.plumbline.testing.FlywayLock;
import dev.plumbline.testing.Management;
import dev.plumbline.testing.Until;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The HTTP interface, as its callers see it. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class HttpTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String INDEX = "public.leads_status_created_at_idx";

    @BeforeEach
    void migrated() {
        Until.isTrue(() -> when().get(Management.url("/q/health/ready")).statusCode() == 200
                && when().get(Management.url("/q/health/started")).statusCode() == 200);
    }

    @Test
    void aMigratedDatabaseMatches() {
        when().get("/schema/verification")
                .then()
                .statusCode(200)
                .body("verdict", is("MATCHES"))
                .body("differences", empty())
                .body("checklist", hasSize(7))
                .body("checklist.ok", everyItem(is(true)))
                .body("checklist.find { it.check == 'required tables exist' }.expected", is(7))
                .body("checklist.find { it.check == 'required tables exist' }.found", is(7))
                .body("coverage.compared.policy", greaterThan(10));
    }

    @Test
    void aMatchHasTheContractsFingerprint() {
        Response report = when().get("/schema/verification");
        report.then().body("database.fingerprint", equalTo(report.<String>path("contract.fingerprint")));
    }

    @Test
    void driftIsAResultAndNamesWhatDiffers() {
        var database = DatabaseResource.database();
        database.execute("drop index " + INDEX);
        try {
            when().get("/schema/verification")
                    .then()
                    .statusCode(200)
                    .body("verdict", is("DRIFTED"))
                    .body("differences.path", contains("index " + INDEX))
                    .body("differences[0].change", is("missing"))
                    .body("differences[0].severity", is("performance"))
                    .body("differences[0].expected.definition", containsString("(status, created_at DESC)"))
                    .body("differences[0].sentence", is("The index " + INDEX + " is missing."))
                    .body("checklist.find { it.check == 'indexes' }.ok", is(false))
                    .body("checklist.find { it.check == 'indexes' }.differences", contains("index " + INDEX))
                    .body("checklist.findAll { it.ok }", hasSize(6));
            when().get(Management.url("/q/metrics"))
                    .then()
                    .body(containsString("plumbline_differences_open{kind=\"index\",severity=\"performance\"} 1.0"));
            when().get(Management.url("/q/health/ready")).then().statusCode(200);
        } finally {
            database.execute("create index leads_status_created_at_idx on public.leads (status, created_at desc)");
        }
        when().get("/schema/verification").then().body("verdict", is("MATCHES"));
        when().get(Management.url("/q/metrics"))
                .then()
                .body(containsString("plumbline_differences_open{kind=\"index\",severity=\"performance\"} 0.0"))
                .body(containsString("plumbline_verifications_total{verdict=\"MATCHES\"}"))
                .body(containsString("plumbline_verification_seconds_count"));
    }

    @Test
    void whoHasSeenAReportIsToldWhetherItStillHolds() {
        var database = DatabaseResource.database();
        String seen = when().get("/schema/verification").then().extract().header("ETag");
        assertTrue(seen.startsWith("W/"), seen);
        given().header("If-None-Match", seen)
                .get("/schema/verification")
                .then()
                .statusCode(304)
                .header("ETag", seen)
                .body(emptyString());
        String text = given().header("If-None-Match", seen)
                .accept("text/plain")
                .get("/schema/verification")
                .then()
                .statusCode(200)
                .body(startsWith("MATCHES"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", text)
                .accept("text/plain")
                .get("/schema/verification")
                .then()
                .statusCode(304);
        given().header("If-None-Match", text).get("/schema/verification").then().statusCode(200);
        database.execute("comment on table public.leads is 'changed'");
        try {
            given().header("If-None-Match", seen)
                    .get("/schema/verification")
                    .then()
                    .statusCode(200)
                    .header("ETag", not(seen))
                    .body("verdict", is("DRIFTED"));
        } finally {
            database.execute("comment on table public.leads is 'Prospects and how far they have come'");
        }
    }

    @Test
    void anOlderReportIsTakenByWhoSaysHowOldItMayBe() {
        String last = when().get("/schema/verification").path("startedAt");
        given().header("Cache-Control", "max-age=600")
                .get("/schema/verification")
                .then()
                .body("startedAt", is(last));
        for (String none : List.of("max-age=0", "max-age=-1", "max-age=soon", "no-cache")) {
            given().header("Cache-Control", none)
                    .get("/schema/verification")
                    .then()
                    .statusCode(200)
                    .body("startedAt", not(last));
        }
    }

    @Test
    void peopleReadPlainText() {
        var database = DatabaseResource.database();
        database.execute("alter table public.leads disable row level security");
        try {
            given().accept("text/plain")
                    .get("/schema/verification")
                    .then()
                    .statusCode(200)
                    .contentType("text/plain;charset=UTF-8")
                    .body(startsWith("DRIFTED: 1 difference from contract 021 "))
                    .body(containsString(
                            "\nsecurity\n  ~ table public.leads\n      rowSecurity: false, should be true\n"))
                    .body(containsString("\n[no] row level security and policies: 24 of 25\n"));
        } finally {
            database.execute("alter table public.leads enable row level security");
        }
        given().accept("text/plain").get("/schema/verification").then().body(startsWith("MATCHES: no difference"));
    }

    @Test
    void whatTheDatabaseHoldsIsListedByKindSchemaAndName() {
        given().queryParam("kind", "policy")
                .queryParam("schema", "public")
                .queryParam("name", "leads_*")
                .get("/schema/objects")
                .then()
                .statusCode(200)
                .body("objects", hasSize(4))
                .body("objects.kind", everyItem(is("policy")))
                .body("objects.path", hasItem("policy public.leads.leads_delete"))
                .body("objects[0].facts.command", is("delete"));
        given().queryParam("schema", "auth")
                .get("/schema/objects")
                .then()
                .body("objects.path", hasItem("table auth.users"))
                .body("objects.path", not(hasItem("table public.leads")));
        given().queryParam("kind", "policy", "view")
                .queryParam("schema", "public")
                .get("/schema/objects")
                .then()
                .body("objects.kind.unique().sort()", is(List.of("policy", "view")));
        given().queryParam("kind", "policy", "horse")
                .get("/schema/objects")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", is("urn:plumbline:problem:no-such-kind"))
                .body("detail", containsString("materialized view"));
        given().queryParam("nam", "leads")
                .get("/schema/objects")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", is("urn:plumbline:problem:no-such-parameter"))
                .body("detail", containsString("kind, schema, name"));
    }

    @Test
    void oneObjectIsFoundByItsPath() {
        when().get("/schema/objects/{path}", "table public.leads")
                .then()
                .statusCode(200)
                .body("path", is("table public.leads"))
                .body("parent", is("schema public"))
                .body("facts.rowSecurity", is("true"));
        when().get("/schema/objects/{path}", "table public.nowhere/near")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("type", is("urn:plumbline:problem:no-such-object"))
                .body("detail", containsString("table public.nowhere/near"));
    }

    @Test
    void theOverviewTellsWhatHasRun() {
        Until.isTrue(() ->
                !"MIGRATING".equals(when().get("/migrations").path("status"))); // another test may have begun a run
        when().get("/migrations")
                .then()
                .statusCode(200)
                .body("status", is("UP_TO_DATE"))
                .body("current", is("021"))
                .body("applied.script", hasItem("db/migration/V021__converge.sql"))
                .body("pending", empty())
                .body("last.outcome", is("SUCCEEDED"));
    }

    @Test
    void theOverviewNamesAScriptForWhichEveryRunIsRefused() {
        String change = "update plumbline.flyway_schema_history set version = '%s' where version = '%s'";
        DatabaseResource.database().execute(String.format(change, "005.1", "005"));
        try {
            when().get("/migrations")
                    .then()
                    .body("status", is("PENDING"))
                    .body("reason", containsString("V005"))
                    .body("ignored.version", is(List.of("005")))
                    .body("pending", empty());
        } finally {
            DatabaseResource.database().execute(String.format(change, "005", "005.1"));
        }
    }

    @Test
    void aRunThatIsWaitedForIsAnsweredWithItsResult() {
        Response run = given().header("Prefer", "wait=30").post("/migrations");
        run.then()
                .statusCode(200)
                .header("Preference-Applied", "wait=30")
                .body("outcome", is("SUCCEEDED"))
                .body("scripts", empty())
                .body("from", is("021"))
                .body("to", is("021"))
                .body("report.verdict", is("MATCHES"));
        when().get(run.header("Location")).then().statusCode(200).body("id", is(run.<String>path("id")));
        when().get(Management.url("/q/metrics"))
                .then()
                .body(containsString("plumbline_migration_runs_total{outcome=\"succeeded\"}"));
    }

    @Test
    void oneRunGoesOnAtATime() {
        try (var lock = FlywayLock.on(DatabaseResource.database())) {
            Response first = given().post("/migrations");
            first.then()
                    .header("Location", startsWith("/migrations/runs/"))
                    .statusCode(202)
                    .body("outcome", is("RUNNING"));
            String location = first.header("Location");

            given().post("/migrations")
                    .then()
                    .statusCode(409)
                    .contentType(PROBLEM)
                    .header("Location", location)
                    .body("type", is("urn:plumbline:problem:run-in-progress"))
                    .body("run", is(first.<String>path("id")));
            when().get(location).then().body("outcome", is("RUNNING"));
            when().get("/migrations").then().body("status", is("MIGRATING"));
            when().get("/schema/verification").then().statusCode(200).body("verdict", is("MIGRATING"));

            lock.release();
            Until.isTrue(() -> when().get(location).path("outcome").equals("SUCCEEDED"));
        }
    }

    /** Here nobody is asked for a token. */
    @Test
    void noPageOfAnotherSiteCanStartARun() {
        String type = "urn:plumbline:problem:cross-site";
        given().header("Origin", "https://evil.example")
                .post("/migrations")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("type", is(type));
        given().header("Sec-Fetch-Site", "cross-site")
                .post("/migrations/repair")
                .then()
                .statusCode(403)
                .body("type", is(type));
        given().header("Host", "evil.example")
                .get("/migrations")
                .then()
                .statusCode(403)
                .body("type", is("urn:plumbline:problem:not-configured"));
    }

    @Test
    void aRunThatTakesLongerThanTheClientWaitsIsAccepted() {
        try (var lock = FlywayLock.on(DatabaseResource.database())) {
            Response run = given().header("Prefer", "respond-async, wait=1").post("/migrations");
            run.then().statusCode(202).body("outcome", is("RUNNING"));
            lock.release();
            Until.isTrue(
                    () -> when().get(run.header("Location")).path("outcome").equals("SUCCEEDED"));
        }
    }

    @Test
    void theSameKeyIsTheSameRun() {
        String key = UUID.randomUUID().toString();
        Response first = given().header("Idempotency-Key", key)
                .header("Prefer", "wait=30")
                .post("/migrations");
        given().header("Idempotency-Key", key)
                .header("Prefer", "wait=30")
                .post("/migrations")
                .then()
                .statusCode(200)
                .body("id", is(first.<String>path("id")));
        given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"target\": \"3\"}")
                .post("/migrations")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", is("urn:plumbline:problem:idempotency-key-reused"));
    }

    @Test
    void aTargetThatNoMigrationHasIsRefused() {
        for (String target : new String[] {"99", "ten", "", "1'; drop table x", "9".repeat(10_000)}) {
            given().contentType(ContentType.JSON)
                    .body("{\"target\": \"" + target + "\"}")
                    .post("/migrations")
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("type", is("urn:plumbline:problem:no-such-target"))
                    .body("detail", containsString("001"));
        }
    }

    @Test
    void aBodyThatSaysSomethingElseIsRefused() {
        for (String body : new String[] {
            "{",
            "[]",
            "\"3\"",
            "{\"targt\": \"3\"}",
            "{\"target\": {}}",
            "null",
            "{\"target\": \"3\"} x",
            "{\"driftGate\": 2}",
            "{\"driftGate\": \"ignore\", \"driftGate\": \"refuse\"}",
            "{\"statementTimeout\": 5}",
            "{\"statementTimeout\": \"PT0S\"}",
            "{\"statementTimeout\": \"P8D\"}",
            "{\"statementTimeout\": \"soon\"}"
        }) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/migrations")
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM);
        }
        given().contentType(ContentType.JSON)
                .body("{\"target\": \"" + "9".repeat(20_000) + "\"}")
                .post("/migrations")
                .then()
                .statusCode(413);
        given().contentType(ContentType.TEXT)
                .body("3")
                .post("/migrations")
                .then()
                .statusCode(415);
    }

    @Test
    void aRepairIsKeptAsARunAndTouchesNothingThatHasNotFailed() {
        Response repair = when().post("/migrations/repair");
        repair.then().statusCode(200).body("outcome", is("SUCCEEDED")).body("repaired", empty());
        when().get("/migrations/runs?limit=1").then().body("runs[0].id", is(repair.<String>path("id")));
        when().get("/migrations").then().body("status", is("UP_TO_DATE"));
    }

    @Test
    void aPlanTellsWhatIsPendingAndIsEmptyWhereNothingIs() {
        when().get("/migrations/plan")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("scripts", empty())
                .body("findings", empty())
                .body("unchecked", empty());
        DatabaseResource.database()
                .execute(
                        "update plumbline.flyway_schema_history set checksum = 1 where script like '%R\\_\\_%policies%'");
        when().get("/migrations/plan")
                .then()
                .statusCode(200)
                .body("current", is("021"))
                .body("scripts.description", hasSize(1))
                .body("scripts[0].statements.size()", greaterThan(20))
                .body("scripts[0].statements.collectMany { it.tables }.lock", hasItem("ACCESS EXCLUSIVE"))
                .body("findings.findAll { it.severity == 'error' }", empty());
        String script = given().accept("application/sql")
                .get("/migrations/plan")
                .then()
                .statusCode(200)
                .contentType("application/sql")
                .extract()
                .asString();
        DatabaseResource.database().execute(script);
        when().get("/migrations").then().body("status", is("UP_TO_DATE"));
        when().get("/schema/verification").then().body("verdict", is("MATCHES"));
    }

    @Test
    void aPlanUpToAVersionThatNoMigrationHasIsRefused() {
        for (String query : List.of("target=4711", "target=", "target=1&target=2")) {
            when().get("/migrations/plan?" + query)
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("type", is("urn:plumbline:problem:no-such-target"));
        }
    }

    @Test
    void runsAreListedByPages() {
        for (int i = 0; i < 2; i++) {
            given().header("Prefer", "wait=30").post("/migrations").then().statusCode(200);
        }
        Response first = when().get("/migrations/runs?limit=1");
        first.then()
                .statusCode(200)
                .body("runs", hasSize(1))
                .body("runs[0].outcome", is("SUCCEEDED"))
                .body("runs[0].restorePoint.lsn", containsString("/"))
                .body("runs[0].report", nullValue());
        given().queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("next"))
                .get("/migrations/runs")
                .then()
                .statusCode(200)
                .body("runs", hasSize(1))
                .body("runs[0].id", not(first.<String>path("runs[0].id")));
        for (String query : List.of("limit=0", "limit=101", "limit=x", "cursor=x", "cursor=-", "cursor=-5")) {
            when().get("/migrations/runs?" + query)
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("type", is("urn:plumbline:problem:no-such-" + query.substring(0, query.indexOf('='))));
        }
    }

    @Test
    void theEventsOfARunAreToldOnceEachAndEndWithIt() {
        Response run = given().header("Prefer", "wait=30").post("/migrations");
        String events = run.header("Location") + "/events";
        given().accept("text/event-stream")
                .get(events)
                .then()
                .statusCode(200)
                .body(containsString("id:1\nevent:run-succeeded\n"))
                .body(containsString("\"outcome\":\"SUCCEEDED\""));
        given().accept("text/event-stream")
                .header("Last-Event-ID", "7")
                .get(events)
                .then()
                .statusCode(200)
                .body(startsWith("id:1\nevent:run-succeeded\n"))
                .body(not(containsString("\n\nid:1\n")));
        given().accept("text/event-stream")
                .get("/migrations/runs/" + UUID.randomUUID() + "/events")
                .then()
                .statusCode(404);
    }

    @Test
    void theEventsOfTheFirstRunNameEachScript() {
        String first = DatabaseResource.database()
                .rows("select id from plumbline.run order by number limit 1")
                .get(0);
        given().accept("text/event-stream")
                .get("/migrations/runs/" + first + "/events")
                .then()
                .body(containsString("id:1\nevent:script-started\n"))
                .body(containsString("id:2\nevent:script-succeeded\n"))
                .body(containsString("id:55\nevent:run-succeeded\n"));
        given().accept("text/event-stream")
                .header("Last-Event-ID", "53")
                .get("/migrations/runs/" + first + "/events")
                .then()
                .body(startsWith("id:54\nevent:script-succeeded\n"));
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        given().header("Idempotency-Key", "k".repeat(256))
                .post("/migrations")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", is("urn:plumbline:problem:idempotency-key-too-long"));
    }

    @Test
    void anUnknownRunIsNotFound() {
        for (String id : List.of(UUID.randomUUID().toString(), "x", "x/events")) {
            when().get("/migrations/runs/" + id)
                    .then()
                    .statusCode(404)
                    .contentType(PROBLEM)
                    .body("type", is("urn:plumbline:problem:no-such-run"));
        }
    }

    @Test
    void theProbesAnswer() {
        when().get(Management.url("/q/health/live")).then().statusCode(200).body("status", is("UP"));
        when().get(Management.url("/q/health/started")).then().statusCode(200).body("status", is("UP"));
        when().get(Management.url("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'migrations' }.data", nullValue());
    }

    @Test
    void theInterfaceIsDocumentedWithExamples() {
        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("info.title", is("Plumbline"))
                .body("paths.keySet()", hasItem("/schema/verification"))
                .body(
                        "paths.'/schema/verification'.get.responses.'200'.content.'application/json'.examples.DRIFTED.value.verdict",
                        is("DRIFTED"))
                .body(
                        "paths.'/migrations'.post.responses.'409'.content.'application/problem+json'.examples",
                        not(nullValue()))
                .body("paths.'/migrations'.post.responses.keySet()", hasItem(startsWith("42")));
    }
}
