package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.connection.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What happens by itself: agentflow/triggers.txt has a statement a line, and what is true after it. */
class TriggersTest {

    private static final String TABLES_WITH_UPDATED_AT = """
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'updated_at' order by 1
            """;

    @TestFactory
    Stream<DynamicNode> whatFollowsIsAsTheTableSays() {
        return Migrated.onEachMajor(migrated -> Stream.of(
                        Row.of("agentflow/triggers.txt", 3).stream().map(row -> followed(migrated, row)),
                        Row.of("agentflow/signups_refused.txt", 3).stream().map(row -> refused(migrated, row)),
                        Stream.of(moved(migrated)))
                .flatMap(tests -> tests));
    }

    private static DynamicTest followed(Migrated migrated, Row row) {
        return migrated.test(row.name(), statement -> {
            statement.execute(Sql.resource("agentflow/triggers.sql"));
            statement.execute(row.cell(0));
            assertEquals(List.of(row.cell(2)), Migrated.rows(statement, row.cell(1)));
        });
    }

    private static DynamicTest moved(Migrated migrated) {
        return migrated.test("updated_at moves on every table", statement -> {
            statement.execute(Sql.resource("agentflow/triggers.sql"));
            List<String> tables = Migrated.rows(statement, TABLES_WITH_UPDATED_AT);
            assertEquals(7, tables.size(), tables::toString);
            for (String table : tables) {
                statement.execute("alter table public.%1$s disable trigger user".formatted(table));
                statement.execute("update public.%s set updated_at = '2000-01-01'".formatted(table));
                statement.execute("alter table public.%1$s enable trigger user".formatted(table));
                statement.execute("update public.%s set id = id".formatted(table));
                String moved = "select bool_and(updated_at = now()) from public.%s".formatted(table);
                assertEquals(List.of("t"), Migrated.rows(statement, moved), table);
            }
        });
    }

    /** Loudly: the sign-up fails with the reason. It leaves neither a user nor a profile. */
    private static DynamicTest refused(Migrated migrated, Row row) {
        return migrated.test("a sign-up fails if its profile does: " + row.name(), statement -> {
            statement.execute(Sql.resource("agentflow/triggers.sql"));
            statement.execute(row.cell(0));
            String counts = "select (select count(*) from auth.users), (select count(*) from public.profiles)";
            List<String> before = Migrated.rows(statement, counts);

            var savepoint = statement.getConnection().setSavepoint();
            var failure = assertThrows(SQLException.class, () -> statement.execute(row.cell(1)));
            assertTrue(failure.getMessage().contains(row.cell(2)), failure::getMessage);

            statement.getConnection().rollback(savepoint);
            assertEquals(before, Migrated.rows(statement, counts));
        });
    }
}
