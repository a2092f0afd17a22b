package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Tries which values a new type would refuse, one after the other: since 16 the server can be asked, before it cannot. */
final class Conversion {

    private static final String CAN_ASK = "select to_regproc('pg_catalog.pg_input_is_valid') is not null";
    private static final String TRY = Sql.resource("plan/refused.sql");
    private static final String FOUND =
            "select current_setting('plumbline.refused')::bigint as count, current_setting('plumbline.example') as example";

    private Conversion() {}

    static boolean mustBeTried(Session session) throws SQLException {
        return !session.rows(Session.OF_NOBODY, CAN_ASK, row -> row.getBoolean(1))
                .get(0);
    }

    /**
     * @param column that holds the values, quoted
     * @param key what tells one row of the table from another
     */
    static Refused of(Connection connection, String table, String column, String type, String key) throws SQLException {
        String tag = "$try_" + UUID.randomUUID().toString().replace("-", "") + "$";
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(TRY.formatted(tag, type, column, key, table));
        }
        return Session.rows(connection, FOUND, row -> new Refused(row.getLong("count"), row.getString("example")))
                .get(0);
    }
}
