package dev.plumbline.agentflow;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** A database with the AgentFlow schema. A case in it is a transaction, rolled back at its end. */
record Migrated(TestDatabase database) {

    /** What a case does, as the owner of the tables unless it says otherwise. */
    @FunctionalInterface
    interface Body {
        void run(Statement statement) throws SQLException;
    }

    static Stream<DynamicNode> onEachMajor(Function<Migrated, Stream<DynamicTest>> cases) {
        return TestServer.onEachMajor(server -> on(server, cases));
    }

    private static Stream<DynamicTest> on(TestServer server, Function<Migrated, Stream<DynamicTest>> cases) {
        TestDatabase database = server.database();
        database.migrate();
        return cases.apply(new Migrated(database)).onClose(database::close);
    }

    DynamicTest test(String name, Body body) {
        return DynamicTest.dynamicTest(name, () -> {
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                body.run(statement);
            }
        });
    }

    /** Rows as text, the cells parted by bars. */
    static List<String> rows(Statement statement, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" | ", cells));
            }
        }
        return rows;
    }

    /** Whether a statement is accepted; if not, the constraint that it violates, or else the SQLSTATE. */
    static String outcome(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
            return "accepted";
        } catch (PSQLException e) {
            String constraint = e.getServerErrorMessage() == null
                    ? null
                    : e.getServerErrorMessage().getConstraint();
            boolean named = constraint != null
                    && !PSQLState.NOT_NULL_VIOLATION.getState().equals(e.getSQLState());
            return named ? constraint : e.getSQLState();
        }
    }
}
