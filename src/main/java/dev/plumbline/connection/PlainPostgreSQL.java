package dev.plumbline.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Schema;
import org.flywaydb.core.internal.database.base.Table;
import org.flywaydb.core.internal.jdbc.JdbcConnectionFactory;
import org.flywaydb.core.internal.jdbc.StatementInterceptor;
import org.flywaydb.database.postgresql.PostgreSQLConnection;
import org.flywaydb.database.postgresql.PostgreSQLDatabase;
import org.flywaydb.database.postgresql.PostgreSQLDatabaseType;

/**
 * Flyway's PostgreSQL, which leaves the search_path alone. Flyway's own puts the schema of its history in front, for the
 * whole session: a table without a schema would end up in there, and behind a pooler the session is the application's next.
 * Flyway itself names the schema of its history wherever it uses that.
 */
public final class PlainPostgreSQL extends PostgreSQLDatabaseType {

    /** Before that which it replaces. */
    @Override
    public int getPriority() {
        return 1;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Database createDatabase(
            Configuration configuration, JdbcConnectionFactory connections, StatementInterceptor interceptor) {
        return new PlainDatabase(configuration, connections, interceptor);
    }

    private static final class PlainDatabase extends PostgreSQLDatabase {

        PlainDatabase(
                Configuration configuration, JdbcConnectionFactory connections, StatementInterceptor interceptor) {
            super(configuration, connections, interceptor);
        }

        @Override
        protected PostgreSQLConnection doGetConnection(Connection connection) {
            return new PlainConnection(this, connection);
        }
    }

    private static final class PlainConnection extends PostgreSQLConnection {

        private final SessionSettings settings;

        PlainConnection(PlainDatabase database, Connection connection) {
            super(database, connection);
            settings = SessionSettings.of(database.getConfiguration());
        }

        /** Flyway asks for this just before each script and each callback, in its transaction if it has one. */
        @Override
        @SuppressWarnings("rawtypes")
        public void changeCurrentSchemaTo(Schema schema) {
            try {
                settings.apply(getJdbcConnection());
            } catch (SQLException e) {
                throw new FlywayException("the session cannot be prepared for a migration", e);
            }
        }

        @Override
        @SuppressWarnings("rawtypes")
        public <T> T lock(Table table, Callable<T> work) {
            return super.lock(table, () -> settings.locked(getJdbcConnection(), work));
        }

        /** At the end, to what it was before. */
        @Override
        public void doChangeCurrentSchemaOrSearchPathTo(String path) {}

        /** What it was before can be another session's. */
        @Override
        protected void doRestoreOriginalState() throws SQLException {
            jdbcTemplate.execute("reset role");
        }
    }
}
