package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.Run;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.ReportedDifference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each folder of src/test/resources/convergence is a database that exists already: before.sql makes it, after.json has
 * rows that must be there when it is migrated, and stays.txt patterns of what stays as it is: what is not ours, or
 * what only a superuser could change.
 */
class ConvergenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicNode> everyDatabaseArrivesAtTheContract() {
        return TestServer.ofEachMajor()
                .map(server -> DynamicContainer.dynamicContainer("PostgreSQL " + server.major(), cases(server)));
    }

    private static Stream<DynamicTest> cases(TestServer server) {
        return Case.in("convergence").stream()
                .flatMap(state -> Existing.roles(state)
                        .map(role -> DynamicTest.dynamicTest(
                                state.name() + " as " + role, () -> check(state, server, role))));
    }

    private static void check(Case state, TestServer server, String role) throws JsonProcessingException {
        try (TestDatabase database = Existing.of(state, server, role)) {
            Run run = Existing.migrate(database, role);
            assertEquals(Optional.empty(), run.failure());
            Report converged = arrived(database, state.has("stays.txt") ? state.read("stays.txt") : "");
            rowsAreThere(JSON.readTree(state.read("after.json")), database);

            assertEquals(List.of(), Existing.migrate(database, role).scripts());
            database.execute("drop schema plumbline cascade");
            assertEquals(Optional.empty(), Existing.migrate(database, role).failure());
            assertEquals(converged.database(), database.verify().database());
        }
    }

    static Report arrived(TestDatabase database, String stays) {
        Report report = database.verify();
        Predicate<String> mayStay = Existing.stays(stays);
        List<String> wrong = report.differences().stream()
                .filter(d -> d.change().equals("missing") || !mayStay.test(d.path()))
                .map(ReportedDifference::sentence)
                .toList();
        assertEquals(List.of(), wrong);
        return report;
    }

    private static void rowsAreThere(JsonNode tables, TestDatabase database) {
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            for (JsonNode row : table.getValue()) {
                String found = "select 'found' from public." + table.getKey() + " t where to_jsonb(t) @> '"
                        + row.toString().replace("'", "''") + "'";
                assertTrue(database.rows(found).contains("found"), () -> "no row of " + table.getKey() + " has " + row);
            }
        }
    }
}
