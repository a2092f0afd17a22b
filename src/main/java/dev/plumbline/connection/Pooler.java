package dev.plumbline.connection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Finds out what stands between us and the server, for nobody tells. */
public final class Pooler {

    private static final int LOOKS = 3;

    private Pooler() {}

    /**
     * Whether there is a pooler that gives each transaction whatever session of the server is free, such as PgBouncer in
     * transaction mode.
     *
     * <p>A server tells a client the number of its process at the beginning; a pooler invents one. Where the session's
     * process is not the one that was told, we look whether it changes, or serves two clients at once.
     */
    public static boolean sharesSessions(DataSource database) throws SQLException {
        try (Connection one = database.getConnection()) {
            int process = process(one);
            if (isNone(one, process)) {
                return false;
            }
            for (int look = 0; look < LOOKS; look++) {
                if (process(one) != process) {
                    return true;
                }
            }
            return another(database, one, process);
        }
    }

    /**
     * Whether there is none of whatever kind.
     *
     * @param process the number of the server's process
     */
    public static boolean isNone(Connection connection, int process) throws SQLException {
        return process == connection.unwrap(PGConnection.class).getBackendPID();
    }

    private static boolean another(DataSource database, Connection one, int process) throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            try {
                return process(other) == process || process(one) != process;
            } finally {
                other.rollback();
            }
        }
    }

    private static int process(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_catalog.pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
