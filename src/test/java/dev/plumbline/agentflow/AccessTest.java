package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may do what in the AgentFlow schema, by trying it: access/attempts.txt has an attempt a line. */
class AccessTest {

    private static final Map<String, String> ROLES = Map.of(
            "anon", "anon",
            "owner", "authenticated",
            "somebody else", "authenticated",
            "admin", "authenticated",
            "nobody in particular", "authenticated",
            "service_role", "service_role",
            "migrator", "none");

    private static final Map<String, String> USERS = Map.of(
            "owner", "00000000-0000-0000-0000-00000000000a",
            "somebody else", "00000000-0000-0000-0000-00000000000b",
            "admin", "00000000-0000-0000-0000-00000000000f");

    private static final Map<String, String> REFUSALS = Map.of(
            "42501", "refused",
            "23505", "duplicate",
            "23503", "no such reference",
            "23502", "null",
            "23514", "check violated",
            "25000", "wrong isolation",
            "42809", "not a table");

    private record Attempt(String who, String outcome, String sql) {
        static Attempt of(String line) {
            String[] cells = line.split(" \\| ", 3);
            return new Attempt(cells[0].strip(), cells[1].strip(), cells[2]);
        }
    }

    @TestFactory
    Stream<DynamicNode> everyAttemptComesOutAsTheTableSays() {
        return TestServer.onEachMajor(AccessTest::attempts);
    }

    private static Stream<DynamicTest> attempts(TestServer server) {
        TestDatabase database = server.database();
        database.migrate();
        database.execute(Sql.resource("access/rows.sql"));
        return Sql.resource("access/attempts.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Attempt::of)
                .map(attempt -> DynamicTest.dynamicTest(
                        attempt.who() + ": " + attempt.sql(),
                        () -> assertEquals(attempt.outcome(), outcome(attempt, database))))
                .onClose(database::close);
    }

    private static String outcome(Attempt attempt, TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String role = ROLES.get(attempt.who());
            String subject = USERS.containsKey(attempt.who()) ? "\"sub\": \"" + USERS.get(attempt.who()) + "\", " : "";
            statement.execute(
                    "select set_config('request.jwt.claims', '{" + subject + "\"role\": \"" + role + "\"}', true)");
            statement.execute("set local role " + role);
            return tried(statement, attempt.sql());
        }
    }

    private static String tried(Statement statement, String sql) throws SQLException {
        try {
            boolean rows = statement.execute(sql);
            long count = 0;
            while (rows || statement.getUpdateCount() != -1) {
                count = rows ? count(statement) : statement.getUpdateCount();
                rows = statement.getMoreResults();
            }
            return count + (count == 1 ? " row" : " rows");
        } catch (SQLException e) {
            return REFUSALS.getOrDefault(e.getSQLState(), e.getSQLState() + " " + e.getMessage());
        }
    }

    private static long count(Statement statement) throws SQLException {
        long rows = 0;
        while (statement.getResultSet().next()) {
            rows++;
        }
        return rows;
    }
}
