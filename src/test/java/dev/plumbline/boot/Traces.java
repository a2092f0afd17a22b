package dev.plumbline.boot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.testing.Jar;
import dev.plumbline.testing.Receiver;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows a call from one service to the next: with the profile "traces". */
class Traces {

    /** As bytes it can be read in what a collector receives. */
    private static final String TRACE = "traced-by-a-test";

    private static final String IN_HEX = HexFormat.of().formatHex(TRACE.getBytes(StandardCharsets.US_ASCII));
    private static final Map<String, String> CALLED = Map.of("traceparent", "00-" + IN_HEX + "-0102030405060708-01");

    @Test
    void aCallIsPartOfTheTraceOfItsCallerAndSoIsTheBeginningOfARun() {
        try (TestDatabase database = TestServer.ofDefaultMajor().database();
                Receiver collector = Receiver.start();
                Jar jar = Jar.start(Map.of(
                        "DATABASE_URL", database.url(),
                        "PLUMBLINE_MIGRATION_AT_START", "false",
                        "PLUMBLINE_MIGRATION_CREATE_PLATFORM", "true",
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                        "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100MS",
                        "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.url()))) {
            Until.isTrue(jar::isLive);
            assertEquals(202, jar.post("/migrations", CALLED).statusCode());
            Until.isTrue(() -> jar.log().contains(": succeeded"));
            String begun = jar.log()
                    .lines()
                    .filter(line -> line.contains(": started"))
                    .findFirst()
                    .orElseThrow();
            assertThat(begun, containsString("\"traceId\":\"" + IN_HEX + "\""));
            Until.isTrue(() -> collector.received().stream()
                    .anyMatch(span -> span.body().contains(TRACE) && span.body().contains("POST /migrations")));
        }
    }
}
