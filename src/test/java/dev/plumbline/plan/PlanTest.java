package dev.plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.plumbline.testing.Case;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A folder is a project: {@code migrations/}, which have run up to the version in {@code applied.txt}; {@code state.sql},
 * which has changed the database since; and {@code plan.json}, the plan of the rest.
 */
class PlanTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new Jdk8Module(), new JavaTimeModule())
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
            .enable(SerializationFeature.INDENT_OUTPUT);

    @TestFactory
    Stream<DynamicTest> thePlanIs() {
        return Case.in("plan").stream().map(folder -> DynamicTest.dynamicTest(folder.name(), () -> check(folder)));
    }

    private static void check(Case folder) throws JsonProcessingException {
        try (Planned project = Planned.of(folder)) {
            var before = project.database().everything();
            String plan = text(project.planner().plan(Optional.empty()));
            assertEquals(folder.golden("plan.json", plan), plan);
            assertEquals(before, project.database().everything(), "planning has changed something");
            assertFalse(plan.contains("hidden-word"), "a secret is in the plan");
        }
    }

    /** Without what another run of the test finds otherwise. */
    private static String text(Plan plan) throws JsonProcessingException {
        ObjectNode json = JSON.valueToTree(plan);
        json.remove("plannedAt");
        json.remove("contract");
        json.findParents("bytes").stream()
                .map(ObjectNode.class::cast)
                .forEach(touched -> touched.put("bytes", sign(touched.get("bytes"))));
        return JSON.writeValueAsString(json) + "\n";
    }

    private static String sign(JsonNode bytes) {
        return bytes.asLong() > 0 ? "some" : "none";
    }
}
