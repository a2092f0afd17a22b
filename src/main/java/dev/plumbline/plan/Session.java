package dev.plumbline.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Asks the database one question at a time, each in a transaction of its own that changes nothing and waits for nobody. */
final class Session implements AutoCloseable {

    /** What the role and the database give everybody; so do scripts begin. */
    static final String OF_EVERYBODY = "default";

    /** Nothing but what is PostgreSQL's own is found without its schema. */
    static final String OF_NOBODY = "''";

    /** Whoever waits for a table lets others wait behind him. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Connection connection;
    private final Duration timeout;

    /**
     * @param timeout how long one statement may run
     */
    Session(DataSource database, Duration timeout) throws SQLException {
        this.connection = database.getConnection();
        this.timeout = timeout;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
    }

    /** What makes a value of a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Has a query fail that row level security would hide rows from: what is counted is all of them. */
    static void seeAllRows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local row_security = off");
        }
    }

    /** What is done in one transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * @param searchPath {@link #OF_EVERYBODY} or {@link #OF_NOBODY}
     */
    <T> T within(String searchPath, Work<T> work) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set local statement_timeout = " + timeout.toMillis() + "; set local lock_timeout = "
                    + PATIENCE.toMillis() + "; set local search_path = " + searchPath);
            return work.in(connection);
        } finally {
            connection.rollback();
        }
    }

    /**
     * @param values text, lists of text, or numbers
     */
    <T> List<T> rows(String searchPath, String query, Reader<T> reader, Object... values) throws SQLException {
        return within(searchPath, in -> rows(in, query, reader, values));
    }

    static <T> List<T> rows(Connection connection, String query, Reader<T> reader, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof List<?> list) {
                    statement.setArray(i + 1, connection.createArrayOf("text", list.toArray()));
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            var read = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
            }
            return read;
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        }
    }
}
