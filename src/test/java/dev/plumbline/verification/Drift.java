package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.catalog.Stamp;
import dev.plumbline.contract.Contract;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;

/** A change made by hand: it must be found, be told as its folder says, and be gone after its repair. */
record Drift(Case change, TestDatabase database, Contract contract) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The report on the drift, which is as expected.
     *
     * @param meanwhile is done before the repair
     */
    Report check(Runnable meanwhile) throws JsonProcessingException {
        Stamp before = database.stamp();
        database.execute(change.read("drift.sql"));
        assertFalse(database.stamp().isOfTheSameSchemaAs(before));
        Report drifted = database.verify(contract);
        try {
            assertEquals(change.golden("report.json", told(drifted)), told(drifted));
            assertEquals(
                    Verdict.DRIFTED, drifted.verdict(), () -> drifted.reason().orElse(""));
            meanwhile.run();
        } finally {
            database.execute(change.read("repair.sql"));
        }

        Report repaired = database.verify(contract);
        assertEquals(Verdict.MATCHES, repaired.verdict(), repaired::toString);
        assertEquals(
                repaired.contract().fingerprint(),
                repaired.database().orElseThrow().fingerprint());
        return drifted;
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
            if (!difference.follows().isEmpty()) {
                ArrayNode follows = node.putArray("follows");
                difference.follows().forEach(other -> follows.add(other.change() + " " + other.path()));
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(differences) + "\n";
    }
}
