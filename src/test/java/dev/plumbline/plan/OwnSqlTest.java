package dev.plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.contract.Contract;
import dev.plumbline.contract.ContractFile;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.testing.Case;
import dev.plumbline.verification.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Another project's migrations, with what Flyway offers: dotted and dated versions, a repeatable script, an undo script,
 * callbacks, placeholders, settings of a script, two schemas. Its contract is all that is needed besides.
 */
class OwnSqlTest {

    private Planned project;
    private Contract contract;

    @BeforeEach
    void create() {
        project = Planned.of(new Case(Path.of("src/test/resources/own/everything")));
        contract = ContractFile.read(
                new ByteArrayInputStream(ContractFile.write(project.contract()).getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void drop() {
        project.close();
    }

    @Test
    void itIsPlannedRunVerifiedAndWatched() {
        Plan plan = project.planner().plan(Optional.empty());
        assertEquals(
                List.of(
                        "V1__create_shop.sql",
                        "V1.1__create_audit.sql",
                        "V2__index_items.sql",
                        "V20261126.1200__say_dollars.sql",
                        "R__names.sql"),
                plan.scripts().stream().map(Plan.Script::script).toList());
        assertEquals(List.of(), plan.findings());
        assertEquals(
                List.of("V2__index_items.sql"),
                plan.scripts().stream()
                        .filter(script -> !script.transactional())
                        .map(Plan.Script::script)
                        .toList());

        Run run = project.database().migrate(project.flyway());
        assertEquals(Outcome.SUCCEEDED, run.outcome(), run::toString);
        assertEquals(Optional.of("20261126.1200"), run.to());
        assertEquals(
                List.of("each 4", "after 1"),
                project.database()
                        .rows("select what || ' ' || count(*) from audit.entry group by what order by 1 desc"));
        assertEquals(Verdict.MATCHES, project.database().verify(contract).verdict());
        assertEquals(List.of(), project.planner().plan(Optional.empty()).scripts());

        project.database().execute("alter table audit.entry alter column what drop not null");
        assertEquals(Verdict.DRIFTED, project.database().verify(contract).verdict());
        project.database().execute("alter table audit.entry alter column what set not null");
        assertEquals(Verdict.MATCHES, project.database().verify(contract).verdict());
    }

    @Test
    void itsSchemasAreItsOwnAsAWhole() {
        assertTrue(contract.owned().containsAll(List.of("schema audit", "schema shop")), contract.owned()::toString);
    }
}
