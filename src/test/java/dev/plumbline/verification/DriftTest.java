package dev.plumbline.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of src/test/resources/drift is a change made by hand: drift.sql makes it, report.json is what must be said
 * of it, repair.sql takes it back. With -Dgolden=write the reports are written anew.
 */
class DriftTest {

    @TestFactory
    Stream<DynamicNode> everyChangeIsFoundAndItsRepairToo() {
        return TestServer.onEachMajor(DriftTest::cases);
    }

    private static Stream<DynamicTest> cases(TestServer server) {
        return Case.in("drift").stream()
                .map(change -> DynamicTest.dynamicTest(change.name(), () -> check(change, server)));
    }

    private static void check(Case change, TestServer server) throws JsonProcessingException {
        try (TestDatabase database = server.migrated()) {
            new Drift(change, database, TestDatabase.CONTRACT).check(() -> {});
        }
    }
}
