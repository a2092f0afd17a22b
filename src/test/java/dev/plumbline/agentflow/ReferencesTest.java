package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of a row when the row it refers to goes: agentflow/references.txt has a foreign key a line. */
class ReferencesTest {

    private static final List<Row> REFERENCES = Row.of("agentflow/references.txt", 6);

    private static final String FOREIGN_KEYS = """
            select k.conname, k.conrelid::regclass, a.attname, k.confrelid::regclass
            from pg_constraint as k
            join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
            where k.contype = 'f' and k.connamespace = 'public'::regnamespace
            order by 1
            """;

    @TestFactory
    Stream<DynamicNode> everyReferenceEndsAsTheTableSays() {
        return Migrated.onEachMajor(migrated -> Stream.concat(
                Stream.of(listed(migrated)),
                REFERENCES.stream()
                        .flatMap(reference -> Stream.of(ended(migrated, reference), dangling(migrated, reference)))));
    }

    private static DynamicTest ended(Migrated migrated, Row reference) {
        return migrated.test(reference.cell(0) + ": " + reference.cell(4), statement -> {
            statement.execute(Sql.resource("agentflow/references.sql"));
            assertEquals("a, b", referred(statement, reference));
            statement.execute(
                    "delete from %s where id = '00000000-0000-0000-0000-00000000000a'".formatted(reference.cell(3)));
            assertEquals(reference.cell(4), referred(statement, reference));
        });
    }

    /** The last letters of the ids that the rows refer to, in the order of the rows. */
    private static String referred(Statement statement, Row reference) throws SQLException {
        String query = """
                select string_agg(coalesce(right(r.%1$s::text, 1), 'null'), ', ' order by r.id)
                from %2$s as r where r.id::text like '1%%' or '%1$s' = 'id'
                """.formatted(reference.cell(2), reference.cell(1));
        return Migrated.rows(statement, query).get(0);
    }

    private static DynamicTest dangling(Migrated migrated, Row reference) {
        return migrated.test(reference.cell(0) + " refuses a reference to nothing", statement -> {
            statement.execute(Sql.resource("agentflow/references.sql"));
            assertEquals(reference.cell(0), Migrated.outcome(statement, reference.cell(5)));
        });
    }

    private static DynamicTest listed(Migrated migrated) {
        return migrated.test("the table has every foreign key, and no other", statement -> {
            statement.execute("set local search_path = ''");
            var listed = REFERENCES.stream()
                    .map(reference -> String.join(" | ", reference.cells().subList(0, 4)))
                    .toList();
            assertEquals(listed, Migrated.rows(statement, FOREIGN_KEYS));
        });
    }
}
