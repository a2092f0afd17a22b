package dev.plumbline.ledger;

import dev.plumbline.connection.Sql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.StringResource;

/** Makes the ledger's tables, by migrations of their own with a history of their own. */
public final class LedgerTables {

    private static final String HISTORY = "ledger_history";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String READ_ONLY = "25006";
    private static final String FOLDER = "ledger/migration/";
    private static final List<String> SCRIPTS = List.of(
            "V001__create_run.sql",
            "V002__create_left_behind.sql",
            "V003__create_ddl.sql",
            "V004__create_drift.sql",
            "V005__add_reading_to_left_behind.sql",
            "V006__create_unwritten.sql",
            "V007__add_made_after.sql");

    private LedgerTables() {}

    /**
     * Makes what is missing of them.
     *
     * <p>Flyway would refuse to begin a history in a schema that is not empty, and so that of people's migrations has to
     * be there first. Which schemas it makes for them stays as they have configured it.
     *
     * @param flyway the migrations of people, and the database
     * @throws SQLException also if this role may not, or if nothing can be written here, where Flyway would find that out later
     */
    public static void create(Configuration flyway) throws SQLException {
        if (is(flyway, "read_only")) {
            throw new SQLException(
                    "its sessions are read-only, by default_transaction_read_only or as those of a standby", READ_ONLY);
        }
        if (!is(flyway, "complete")) {
            make(flyway);
        }
    }

    private static void make(Configuration flyway) throws SQLException {
        check(flyway.getDataSource(), "may_keep");
        if (!is(flyway, "begun")) {
            begin(flyway);
        }
        var ours = Flyway.configure()
                .dataSource(flyway.getDataSource())
                .defaultSchema(History.SCHEMA)
                .table(HISTORY)
                .createSchemas(false)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .group(true)
                .cleanDisabled(true);
        without(ours, new Scripts(SCRIPTS)).load().migrate();
    }

    /**
     * Makes what is missing of them, if somebody has made any: that of an older build has fewer.
     *
     * @return whether they are there
     * @throws SQLException also if this role may not
     */
    public static boolean complete(Configuration flyway) throws SQLException {
        boolean there = is(flyway, "there");
        if (there && !is(flyway, "complete")) {
            make(flyway);
        }
        return there;
    }

    /** Whether there is a history of people's migrations. Flyway takes longer to find out. */
    public static boolean isBegun(Configuration flyway) throws SQLException {
        return is(flyway, "begun");
    }

    private static boolean is(Configuration flyway, String what) throws SQLException {
        try (var connection = flyway.getDataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(Sql.resource("ledger/there.sql"))) {
            rows.next();
            return rows.getBoolean(what);
        }
    }

    /**
     * Flyway itself finds out after ten tries, a second each.
     *
     * @throws SQLException if there is no history of people's migrations, and this role may not make one
     */
    public static void checkHistory(DataSource database) throws SQLException {
        check(database, "may_begin");
    }

    private static void check(DataSource database, String what) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(Sql.resource("ledger/may_create.sql"))) {
            rows.next();
            if (!rows.getBoolean(what)) {
                throw new SQLException("permission denied for " + rows.getString("place"), INSUFFICIENT_PRIVILEGE);
            }
        }
    }

    private static void begin(Configuration flyway) {
        without(
                        Flyway.configure()
                                .configuration(flyway)
                                .validateOnMigrate(false)
                                .callbacks(new Callback[0]),
                        new Scripts(List.of()))
                .load()
                .migrate();
    }

    /** Of all scripts and classes on the class path none but these. */
    private static FluentConfiguration without(FluentConfiguration flyway, Scripts scripts) {
        return flyway.resourceProvider(scripts).javaMigrationClassProvider(List::of);
    }

    /** A native image has no class path to search. */
    private record Scripts(List<String> names) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return names.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return names.stream()
                    .filter(name -> !prefix.isEmpty() && name.startsWith(prefix))
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    private static final class Script extends StringResource {

        private final String name;

        Script(String name) {
            super(Sql.resource(FOLDER + name));
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }
    }
}
