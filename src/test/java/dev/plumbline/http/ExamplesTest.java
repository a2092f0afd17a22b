package dev.plumbline.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.Overview;
import dev.plumbline.migration.Run;
import dev.plumbline.plan.Plan;
import dev.plumbline.testing.DatabaseResource;
import dev.plumbline.verification.Report;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An example in the documentation is what the service could have said. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ExamplesTest {

    @Inject
    ObjectMapper json;

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(Examples.MATCHES, Report.class),
                Arguments.of(Examples.DRIFTED, Report.class),
                Arguments.of(Examples.UNKNOWN, Report.class),
                Arguments.of(Examples.OBJECTS, ObjectResource.Listing.class),
                Arguments.of(Examples.OVERVIEW, Overview.class),
                Arguments.of(Examples.RUNNING, Run.class),
                Arguments.of(Examples.PLAN, Plan.class),
                Arguments.of(Examples.RUNS, RunResource.Page.class),
                Arguments.of(Examples.HISTORY, HistoryResource.Page.class),
                Arguments.of(Examples.DEAD_LETTERS, DriftResource.Page.class),
                Arguments.of(Examples.FAILED, Run.class));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadAsItsTypeAndWrittenTheSame(String example, Class<?> type) throws JsonProcessingException {
        JsonNode written = json.readTree(json.writeValueAsString(json.readValue(example, type)));
        assertEquals(json.readTree(example), written);
    }
}
