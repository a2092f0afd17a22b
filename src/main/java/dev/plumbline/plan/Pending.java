package dev.plumbline.plan;

import dev.plumbline.connection.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.flywaydb.core.extensibility.AppliedMigration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Schema;
import org.flywaydb.core.internal.database.base.Table;
import org.flywaydb.core.internal.info.MigrationInfoImpl;
import org.flywaydb.core.internal.info.MigrationInfoServiceImpl;
import org.flywaydb.core.internal.resolver.sql.SqlMigrationExecutor;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.util.ValidatePatternUtils;

/**
 * What Flyway would run next, and how it would write that down.
 *
 * @param current the version of the last versioned migration that has run
 * @param baseline the version with which it would begin a history of what is there already
 * @param objections for which Flyway would refuse to run anything
 */
@RegisterForReflection(targets = SqlMigrationExecutor.class)
record Pending(
        Optional<String> current,
        List<Script> scripts,
        History history,
        Optional<String> baseline,
        List<String> objections) {

    /**
     * @param transactional whether Flyway gives it a transaction
     * @param statements as Flyway's parser splits them, with placeholders filled in; empty if it is not SQL
     */
    record Script(MigrationInfo migration, boolean transactional, Optional<List<SqlStatement>> statements) {

        String name() {
            return migration.getScript();
        }

        /** Whether all of it takes effect or nothing: Flyway does not see that a script ends its transaction itself. */
        boolean whole() {
            return transactional && all().map(SqlStatement::getSql).noneMatch(Transactions::isEndedBy);
        }

        Stream<SqlStatement> all() {
            return statements.stream().flatMap(List::stream);
        }
    }

    /**
     * Flyway's table of what has run.
     *
     * @param lastRank of its newest row; empty if there is no table or no row
     * @param missing what Flyway would execute before it could write there; nothing if the table is there
     * @param insert how it writes a row: a question mark for each value
     */
    record History(String table, boolean exists, OptionalInt lastRank, List<String> missing, String insert) {}

    static Pending read(Configuration flyway) {
        Optional<ValidateResult> valid =
                flyway.isValidateOnMigrate() ? Optional.of(validated(flyway)) : Optional.empty();
        return new FlywayExecutor(flyway)
                .execute(
                        (resolver, history, database, defaultSchema, schemas, callbacks, interceptor) -> {
                            var info = new MigrationInfoServiceImpl(
                                    resolver,
                                    history,
                                    database,
                                    flyway,
                                    flyway.getTarget(),
                                    flyway.isOutOfOrder(),
                                    ValidatePatternUtils.getIgnoreAllPattern(),
                                    flyway.getCherryPick());
                            info.refresh();
                            List<String> full = history.exists() ? List.of() : full(schemas);
                            Optional<String> baseline = Optional.of(
                                            flyway.getBaselineVersion().getVersion())
                                    .filter(version -> flyway.isBaselineOnMigrate() && !full.isEmpty());
                            return new Pending(
                                    dev.plumbline.ledger.History.version(info.all()),
                                    Arrays.stream(info.pending())
                                            .filter(one -> baseline.isEmpty() || isAbove(flyway, one))
                                            .map(Pending::script)
                                            .toList(),
                                    history(flyway, history, database, defaultSchema, schemas),
                                    baseline,
                                    Stream.of(objections(flyway, valid, info), unknown(full, baseline).stream())
                                            .flatMap(objections -> objections)
                                            .distinct()
                                            .toList());
                        },
                        true,
                        null);
    }

    /** As a run would have it done first. */
    private static ValidateResult validated(Configuration flyway) {
        ValidatePattern[] own = flyway.getIgnoreMigrationPatterns();
        ValidatePattern[] all = Arrays.copyOf(own, own.length + 1);
        all[own.length] = ValidatePattern.fromPattern("*:pending");
        return Flyway.configure()
                .configuration(flyway)
                .ignoreMigrationPatterns(all)
                .load()
                .validateWithResult();
    }

    private static List<String> full(Schema<?, ?>[] schemas) {
        return Arrays.stream(schemas)
                .filter(schema -> schema.exists() && !schema.empty())
                .map(Schema::getName)
                .toList();
    }

    private static boolean isAbove(Configuration flyway, MigrationInfo one) {
        return one.getVersion() == null || one.getVersion().compareTo(flyway.getBaselineVersion()) > 0;
    }

    private static Optional<String> unknown(List<String> full, Optional<String> baseline) {
        return full.isEmpty() || baseline.isPresent()
                ? Optional.empty()
                : Optional.of("there is something in " + String.join(", ", full)
                        + ", and no history of it: set quarkus.flyway.baseline-on-migrate to begin one there");
    }

    private static Stream<String> objections(
            Configuration flyway, Optional<ValidateResult> valid, MigrationInfoServiceImpl info) {
        Stream<String> invalid = valid.stream().flatMap(Pending::objections);
        Stream<String> failed = Arrays.stream(info.failed())
                .filter(one -> valid.isEmpty())
                .map(one -> one.getScript() + " has failed, and stands in the history so");
        Stream<String> ignored = Arrays.stream(info.all())
                .filter(one -> one.getState() == MigrationState.IGNORED)
                .filter(one -> valid.isPresent()
                        && !ValidatePatternUtils.isIgnoredIgnored(flyway.getIgnoreMigrationPatterns()))
                .map(one -> one.getScript() + " is not run: one of a higher version has run before");
        return Stream.of(invalid, failed, ignored).flatMap(all -> all);
    }

    private static Stream<String> objections(ValidateResult valid) {
        return Stream.concat(
                Optional.ofNullable(valid.invalidMigrations).stream()
                        .flatMap(List::stream)
                        .map(Pending::objection),
                Optional.ofNullable(valid.errorDetails)
                        .filter(error -> valid.invalidMigrations == null || valid.invalidMigrations.isEmpty())
                        .map(error -> error.errorMessage)
                        .stream());
    }

    private static String objection(ValidateOutput one) {
        return one.errorDetails.errorMessage.lines().findFirst().orElse("") + " (" + one.description + ")";
    }

    private static Script script(MigrationInfoImpl migration) {
        MigrationExecutor executor = migration.getResolvedMigration().getExecutor();
        return new Script(
                migration,
                executor.canExecuteInTransaction(),
                executor instanceof SqlMigrationExecutor sql ? Optional.of(statements(sql)) : Optional.empty());
    }

    private static List<SqlStatement> statements(SqlMigrationExecutor executor) {
        var statements = new ArrayList<SqlStatement>();
        try (var all = parsed(executor).getSqlStatements()) {
            all.forEachRemaining(statements::add);
        }
        return statements;
    }

    /** The very script that Flyway would execute: another way to parse it might split it otherwise. */
    private static SqlScript parsed(SqlMigrationExecutor executor) {
        try {
            Field script = SqlMigrationExecutor.class.getDeclaredField("sqlScript");
            script.setAccessible(true);
            return (SqlScript) script.get(executor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Flyway keeps its scripts elsewhere", e);
        }
    }

    private static History history(
            Configuration flyway,
            SchemaHistory history,
            Database<?> database,
            Schema<?, ?> home,
            Schema<?, ?>[] schemas) {
        Table<?, ?> table = home.getTable(flyway.getTable());
        var missing = new ArrayList<String>();
        boolean exists = history.exists();
        if (!exists) {
            List<Schema<?, ?>> created = Arrays.stream(schemas)
                    .filter(schema -> flyway.isCreateSchemas() && !schema.exists())
                    .toList();
            created.forEach(schema -> missing.add("CREATE SCHEMA " + schema));
            missing.add(database.getRawCreateScript(table, false));
            if (!created.isEmpty()) {
                missing.add(marker(database.getInsertStatement(table), created));
            }
        }
        return new History(
                table.toString(),
                exists,
                history.allAppliedMigrations().stream()
                        .mapToInt(AppliedMigration::getInstalledRank)
                        .max(),
                missing,
                database.getInsertStatement(table));
    }

    private static String marker(String insert, List<Schema<?, ?>> created) {
        String names = created.stream().map(Object::toString).collect(Collectors.joining(","));
        return Row.of(0, "<< Flyway Schema Creation >>", CoreMigrationType.SCHEMA.name(), names)
                .sql(insert);
    }
}
