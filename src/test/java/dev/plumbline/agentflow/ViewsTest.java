package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The numbers of the views on known rows: those of agentflow/views.sql give those of agentflow/views.txt. */
class ViewsTest {

    private static final List<String> TIME_ZONES = List.of("UTC", "Asia/Tokyo", "America/Los_Angeles");

    @TestFactory
    Stream<DynamicNode> everyViewCountsAsTheTableSays() {
        var expected = Row.of("agentflow/views.txt", 2).stream()
                .collect(Collectors.groupingBy(
                        row -> row.cell(0), Collectors.mapping(row -> row.cell(1), Collectors.toList())));
        return Migrated.onEachMajor(migrated -> expected.keySet().stream()
                .sorted()
                .flatMap(view -> TIME_ZONES.stream().map(zone -> counted(migrated, view, zone, expected.get(view)))));
    }

    private static DynamicTest counted(Migrated migrated, String view, String zone, List<String> expected) {
        return migrated.test(view + ", asked in " + zone, statement -> {
            statement.execute("set local time zone '%s'".formatted(zone));
            statement.execute(Sql.resource("agentflow/views.sql"));
            assertEquals(expected, Migrated.rows(statement, "select * from public." + view));
        });
    }
}
