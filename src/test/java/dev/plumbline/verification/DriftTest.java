package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of src/test/resources/drift is a change made by hand: drift.sql makes it, report.json is what must be said
 * of it, repair.sql takes it back. With -Dgolden=write the reports are written anew.
 */
class DriftTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicNode> everyChangeIsFoundAndItsRepairToo() {
        return TestServer.ofEachMajor()
                .map(server -> DynamicContainer.dynamicContainer("PostgreSQL " + server.major(), cases(server)));
    }

    private static Stream<DynamicTest> cases(TestServer server) {
        TestDatabase migrated = server.database();
        migrated.migrate();
        return Case.in("drift").stream()
                .map(change -> DynamicTest.dynamicTest(change.name(), () -> check(change, server, migrated)))
                .onClose(migrated::close);
    }

    private static void check(Case change, TestServer server, TestDatabase migrated) throws JsonProcessingException {
        try (TestDatabase database = server.copy(migrated)) {
            Report before = database.verify();
            assertEquals(Verdict.MATCHES, before.verdict(), before::toString);

            database.execute(change.read("drift.sql"));
            Report drifted = database.verify();
            assertEquals(change.golden("report.json", told(drifted)), told(drifted));
            assertEquals(Verdict.DRIFTED, drifted.verdict());

            database.execute(change.read("repair.sql"));
            Report repaired = database.verify();
            assertEquals(Verdict.MATCHES, repaired.verdict(), repaired::toString);
            assertEquals(before.database(), repaired.database());
        }
    }

    /** What does not depend on the day. */
    private static String told(Report report) throws JsonProcessingException {
        ArrayNode differences = JSON.createArrayNode();
        for (ReportedDifference difference : report.differences()) {
            ObjectNode node = differences.addObject();
            node.put("path", difference.path());
            node.put("change", difference.change());
            node.put("severity", difference.severity().word());
            node.set("expected", JSON.valueToTree(difference.expected()));
            node.set("actual", JSON.valueToTree(difference.actual()));
            node.put("sentence", difference.sentence());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(differences) + "\n";
    }
}
