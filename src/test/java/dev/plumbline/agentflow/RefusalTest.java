package dev.plumbline.agentflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.migration.Run.Failure;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.Schema;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each folder of src/test/resources/refusal is a database that cannot be converged without harm: before.sql makes it, and
 * message.txt has what the failure must say.
 */
class RefusalTest {

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicNode> whatCannotBeKeptIsRefusedBeforeAnythingIsTouched() {
        return Existing.each("refusal", RefusalTest::check);
    }

    private static void check(Case state, TestDatabase database, String role) {
        Schema untouched = theirs(database, role);
        Failure failure = Existing.migrate(database, role).failure().orElseThrow();
        String told =
                failure.message() + failure.detail().orElse("") + failure.hint().orElse("");
        state.read("message.txt").lines().forEach(line -> assertThat(told, containsString(line)));
        assertEquals(untouched, theirs(database, role));
    }

    /** All but what the migrations have at hand in a schema of ours until they are through. */
    private static Schema theirs(TestDatabase database, String role) {
        return database.everythingAs(role).only(object -> object.kind() != Kind.STRAY);
    }
}
