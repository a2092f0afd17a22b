package dev.plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.testing.Case;
import dev.plumbline.testing.Psql;
import dev.plumbline.verification.Verdict;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The plan as one script for an SQL editor: run by psql, it leaves what a run would have left. */
class EditorTest {

    private static final String HISTORY =
            "select concat_ws(' ', installed_rank, version, description, type, script, checksum, installed_by, success)"
                    + " from plumbline.flyway_schema_history order by installed_rank";

    @BeforeAll
    static void psqlIsInstalled() {
        assumeTrue(Psql.isInstalled());
    }

    @TestFactory
    Stream<DynamicTest> flywayFindsNothingToDoAndNothingToComplainOf() {
        return Case.in("editor").stream().map(folder -> DynamicTest.dynamicTest(folder.name(), () -> check(folder)));
    }

    private static void check(Case folder) {
        try (Planned byHand = Planned.of(folder);
                Planned byRun = Planned.of(folder)) {
            String script = byHand.planner().script(Optional.empty());
            assertEquals("", Psql.run(byHand.database(), script));
            assertEquals(
                    Optional.empty(), byRun.database().migrate(byRun.flyway()).failure());
            Flyway flyway = byHand.flyway().load();
            assertEquals(0, flyway.info().pending().length);
            assertTrue(flyway.validateWithResult().validationSuccessful);
            assertEquals(byRun.database().rows(HISTORY), byHand.database().rows(HISTORY));
            assertEquals(
                    Verdict.MATCHES, byHand.database().verify(byHand.contract()).verdict());
            assertTrue(Psql.run(byHand.database(), script).contains("migrations have run since"), "it ran twice");
            assertEquals(byRun.database().rows(HISTORY), byHand.database().rows(HISTORY));
        }
    }
}
