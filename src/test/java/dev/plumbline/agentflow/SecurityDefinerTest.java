package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Nobody bends the functions that run with their owner's rights: not by objects of the same names ahead in the search_path
 * (definer/tricks.sql makes them), and not by becoming somebody else.
 */
class SecurityDefinerTest {

    private static final List<String> PATHS = List.of(
            "\"$user\", public, extensions",
            "evil, pg_catalog, public",
            "pg_temp, pg_catalog, public",
            "evil, pg_temp, agentflow, pg_catalog");

    private static final Map<String, String> ROLES = Map.of(
            "a", "set local role authenticated",
            "b", "set local role authenticated",
            "owner", "reset role");

    @TestFactory
    Stream<DynamicNode> nobodyBendsWhatRunsWithOtherRights() {
        return Migrated.onEachMajor(migrated -> Stream.of(
                        tricks(migrated),
                        PATHS.stream().map(path -> bent(migrated, path)),
                        Row.of("definer/catalog.txt", 2).stream().map(rule -> held(migrated, rule)),
                        Row.of("definer/becoming.txt", 3).stream().map(attempt -> attempted(migrated, attempt)))
                .flatMap(tests -> tests));
    }

    private static Stream<DynamicTest> tricks(Migrated migrated) {
        return Row.of("definer/attempts.txt", 4).stream()
                .flatMap(attempt -> PATHS.stream()
                        .map(path -> migrated.test(attempt.name() + ", with " + path, statement -> {
                            statement.execute(Sql.resource("definer/rows.sql"));
                            statement.execute(Sql.resource("definer/tricks.sql"));
                            enter(statement, attempt.cell(0), path);
                            assertEquals(attempt.cell(1), Migrated.outcome(statement, attempt.cell(2)));
                            if (attempt.cell(1).equals("accepted")) {
                                assertEquals(List.of("t"), Migrated.rows(statement, attempt.cell(3)));
                            }
                        })));
    }

    private static DynamicTest bent(Migrated migrated, String path) {
        return migrated.test("the tricks work on a function that pins nothing, with " + path, statement -> {
            statement.execute(Sql.resource("definer/rows.sql"));
            statement.execute(Sql.resource("definer/tricks.sql"));
            enter(statement, "b", path);
            assertEquals(List.of("t"), Migrated.rows(statement, "select bendable.is_admin()"));
        });
    }

    private static void enter(Statement statement, String who, String path) throws SQLException {
        statement.execute(
                "select set_config('request.jwt.claims', '{\"sub\": \"00000000-0000-0000-0000-00000000000%s\"}', true)"
                        .formatted(who.charAt(0)));
        statement.execute(ROLES.get(who));
        statement.execute("set local search_path = " + path);
    }

    private static DynamicTest held(Migrated migrated, Row rule) {
        return migrated.test(
                rule.cell(0), statement -> assertEquals(List.of(), Migrated.rows(statement, rule.cell(1))));
    }

    /** The authenticator logs in; the other roles cannot, and are made the user of a session by its superuser. */
    private static DynamicTest attempted(Migrated migrated, Row attempt) {
        return DynamicTest.dynamicTest(attempt.name(), () -> {
            boolean login = attempt.cell(0).equals("authenticator");
            String url = migrated.database().url(login ? "authenticator" : "").replaceFirst("//[^@]*@", "//");
            try (var connection = login
                            ? DriverManager.getConnection("jdbc:" + url + "&user=authenticator")
                            : migrated.database().connect();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                if (!login) {
                    statement.execute("set session authorization " + attempt.cell(0));
                }
                assertEquals(attempt.cell(1), Migrated.outcome(statement, attempt.cell(2)));
            }
        });
    }
}
