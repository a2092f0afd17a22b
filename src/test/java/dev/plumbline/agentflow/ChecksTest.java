package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which values columns take, by writing them: agentflow/checks.txt has a value a line. */
class ChecksTest {

    private static final List<Row> VALUES = Row.of("agentflow/checks.txt", 4);

    private static final String CHECKS =
            "select conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace order by 1";

    @TestFactory
    Stream<DynamicNode> everyValueIsTakenOrRefusedAsTheTableSays() {
        return Migrated.onEachMajor(migrated ->
                Stream.concat(Stream.of(listed(migrated)), VALUES.stream().map(value -> written(migrated, value))));
    }

    private static DynamicTest written(Migrated migrated, Row value) {
        return migrated.test(value.name(), statement -> {
            statement.execute(Sql.resource("agentflow/least_rows.sql"));
            String update = "update public.%s set %s = %s".formatted(value.cell(0), value.cell(1), value.cell(2));
            assertEquals(value.cell(3), Migrated.outcome(statement, update));
        });
    }

    private static DynamicTest listed(Migrated migrated) {
        return migrated.test("the table has every check, with a value that it refuses", statement -> {
            var refusing = VALUES.stream().map(value -> value.cell(3)).collect(Collectors.toSet());
            var unlisted = Migrated.rows(statement, CHECKS);
            unlisted.removeAll(refusing);
            assertEquals(List.of(), unlisted);
        });
    }
}
