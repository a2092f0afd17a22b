package dev.plumbline.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.testing.Jar;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The packaged service on each PostgreSQL major, with the one contract. */
class MajorsIT {

    @TestFactory
    Stream<DynamicTest> aBareDatabaseWithThePlatformIsMigratedAndMatches() {
        return TestServer.ofEachMajor()
                .map(server -> DynamicTest.dynamicTest("PostgreSQL " + server.major(), () -> check(server)));
    }

    private static void check(TestServer server) {
        try (TestDatabase database = server.database();
                Jar jar = Jar.start(Map.of("DATABASE_URL", database.url()))) {
            Until.isTrue(jar::isReady);
            JsonPath report = JsonPath.from(jar.get("/schema/verification").body());
            assertEquals("MATCHES", report.get("verdict"), report::prettify);
            assertEquals(
                    server.major() + "", report.getString("database.server").split("\\.")[0]);
            assertEquals(report.getString("contract.fingerprint"), report.getString("database.fingerprint"));
        }
    }
}
