package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows that stand against something.
 *
 * @param example the key of one of them; empty if there is none
 */
record Refused(long count, String example) {

    private static final String KEY = Sql.resource("plan/key.sql");

    static Refused by(Rule rule, Connection connection) throws SQLException {
        String from = " from " + rule.table() + " where " + rule.broken();
        long count = Session.rows(connection, "select count(*)" + from, row -> row.getLong(1))
                .get(0);
        return new Refused(count, count == 0 ? "" : example(connection, key(connection, rule.table()) + from));
    }

    private static String example(Connection connection, String key) throws SQLException {
        return Session.rows(connection, "select " + key + " limit 1", row -> row.getString(1))
                .get(0);
    }

    /** What tells a row of the table from others, as an expression. */
    static String key(Connection connection, String table) throws SQLException {
        return Session.rows(connection, KEY, row -> row.getString("key"), table).get(0);
    }
}
