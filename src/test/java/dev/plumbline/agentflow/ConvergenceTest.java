package dev.plumbline.agentflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.Run;
import dev.plumbline.schema.Schema;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.ReportedDifference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each folder of src/test/resources/convergence is a database that exists already: before.sql makes it, after.json has
 * rows that must be there when it is migrated (or that none is), stays.txt patterns of what stays unexpected: what is
 * not ours, or what only a superuser could change; same.txt patterns of what must not have changed at all; told.txt what
 * the warnings of the run must say.
 */
class ConvergenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicNode> everyDatabaseArrivesAtTheContract() {
        return Existing.each("convergence", ConvergenceTest::check);
    }

    private static void check(Case state, TestDatabase database, String role) throws JsonProcessingException {
        Predicate<String> same = Existing.paths(state, "same.txt");
        Schema before = database.everythingAs(role).only(object -> same.test(object.path()));
        Run run = Existing.migrate(database, role);
        assertEquals(Optional.empty(), run.failure());
        if (state.has("told.txt")) {
            String told = run.scripts().stream()
                    .flatMap(script -> script.warnings().stream())
                    .collect(Collectors.joining("\n"));
            state.read("told.txt").lines().forEach(line -> assertThat(told, containsString(line)));
        }
        Report converged = arrived(database, Existing.paths(state, "stays.txt"));
        assertEquals(before, database.everythingAs(role).only(object -> same.test(object.path())));
        rowsAreThere(JSON.readTree(state.read("after.json")), database);

        assertEquals(List.of(), Existing.migrate(database, role).scripts());
        database.execute("drop schema plumbline cascade");
        assertEquals(Optional.empty(), Existing.migrate(database, role).failure());
        assertEquals(converged.database(), database.verify().database());
    }

    static Report arrived(TestDatabase database, Predicate<String> mayStay) {
        Report report = database.verify();
        List<String> wrong = report.differences().stream()
                .filter(d -> d.change().equals("missing") || !mayStay.test(d.path()))
                .map(ReportedDifference::sentence)
                .toList();
        assertEquals(List.of(), wrong);
        return report;
    }

    private static void rowsAreThere(JsonNode tables, TestDatabase database) {
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            if (table.getValue().isEmpty()) {
                assertEquals(List.of(), database.rows("select to_jsonb(t) from public." + table.getKey() + " as t"));
            }
            for (JsonNode row : table.getValue()) {
                String found = "select 'found' from public." + table.getKey() + " t where to_jsonb(t) @> '"
                        + row.toString().replace("'", "''") + "'";
                assertTrue(database.rows(found).contains("found"), () -> "no row of " + table.getKey() + " has " + row);
            }
        }
    }
}
