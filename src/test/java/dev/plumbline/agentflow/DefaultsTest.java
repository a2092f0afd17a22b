package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a row has in the columns that nobody gave a value: agentflow/defaults.txt has a column a line. */
class DefaultsTest {

    private static final List<Row> DEFAULTS = Row.of("agentflow/defaults.txt", 3);

    private static final String COLUMNS_WITH_DEFAULT = """
            select c.table_name || '.' || c.column_name
            from information_schema.columns as c
            join information_schema.tables as t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_default is not null
            order by 1
            """;

    private static final String OTHER_NULLABLE_COLUMNS = """
            select format('select count(%I) from public.%I', c.column_name, c.table_name)
            from information_schema.columns as c
            join information_schema.tables as t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and c.column_default is null and c.is_nullable = 'YES'
            """;

    @TestFactory
    Stream<DynamicNode> everyColumnHasItsDefault() {
        return Migrated.onEachMajor(migrated -> Stream.concat(
                Stream.of(listed(migrated), emptyOtherwise(migrated)),
                DEFAULTS.stream().map(column -> given(migrated, column))));
    }

    private static DynamicTest given(Migrated migrated, Row column) {
        return migrated.test(column.name(), statement -> {
            statement.execute(Sql.resource("agentflow/least_rows.sql"));
            String query = "select %s %s from public.%s".formatted(column.cell(1), column.cell(2), column.cell(0));
            assertEquals(List.of("t"), Migrated.rows(statement, query));
        });
    }

    private static DynamicTest listed(Migrated migrated) {
        return migrated.test("the table has every column with a default, and no other", statement -> {
            var listed = DEFAULTS.stream()
                    .map(column -> column.cell(0) + "." + column.cell(1))
                    .sorted()
                    .toList();
            assertEquals(listed, Migrated.rows(statement, COLUMNS_WITH_DEFAULT));
        });
    }

    private static DynamicTest emptyOtherwise(Migrated migrated) {
        return migrated.test("a column that may be empty and has no default is empty", statement -> {
            statement.execute(Sql.resource("agentflow/least_rows.sql"));
            for (String count : Migrated.rows(statement, OTHER_NULLABLE_COLUMNS)) {
                assertEquals(List.of("0"), Migrated.rows(statement, count), count);
            }
        });
    }
}
