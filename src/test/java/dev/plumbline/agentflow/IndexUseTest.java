package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.connection.Sql;
import dev.plumbline.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The common reads use their indexes, by the plans on 100,000 rows a table: agentflow/index_use.txt has a read a line. */
class IndexUseTest {

    private static final List<Row> READS = Row.of("agentflow/index_use.txt", 3);

    private static final Map<String, String> WHO = Map.of(
            "owner", "reset role",
            "user", """
                    select set_config('request.jwt.claims', '{"sub": "00000000-0000-0000-0000-000000000007"}', true);
                    set local role authenticated
                    """);

    private static final String INDEXES = """
            select c.relname
            from pg_index as i join pg_class as c on c.oid = i.indexrelid
            where c.relnamespace = 'public'::regnamespace and not i.indisunique order by 1
            """;

    @TestFactory
    Stream<DynamicNode> everyCommonReadUsesItsIndex() {
        return Migrated.onEachMajor(migrated -> {
            fill(migrated.database());
            return Stream.concat(Stream.of(listed(migrated)), READS.stream().map(read -> planned(migrated, read)));
        });
    }

    private static void fill(TestDatabase database) {
        database.execute(Sql.resource("agentflow/many_rows.sql"));
        database.execute("vacuum (analyze)");
    }

    private static DynamicTest planned(Migrated migrated, Row read) {
        return migrated.test(read.name(), statement -> {
            statement.execute(WHO.get(read.cell(0)));
            String plan = String.join("\n", Migrated.rows(statement, "explain (format json) " + read.cell(2)));
            assertTrue(plan.contains("\"Index Name\": \"" + read.cell(1) + "\""), plan);
            assertFalse(plan.contains("\"Seq Scan\""), plan);
        });
    }

    private static DynamicTest listed(Migrated migrated) {
        return migrated.test("the table has every index but those of constraints", statement -> {
            var listed = READS.stream().map(read -> read.cell(1)).collect(Collectors.toSet());
            var unlisted = Migrated.rows(statement, INDEXES);
            unlisted.removeAll(listed);
            assertEquals(List.of(), unlisted);
        });
    }
}
