package dev.plumbline.migration;

import dev.plumbline.connection.Sql;
import dev.plumbline.connection.Transactions;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.callback.Warning;

/** Prepares the session for each script of a run, and writes down how the script went. */
final class Recorder implements Callback {

    private static final Set<Event> HEARD = Set.of(
            Event.BEFORE_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE_ERROR,
            Event.BEFORE_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR);

    /** How much longer than the server's own limit we wait for it to tell of it. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final String NOTICE_DEAD_CLIENT = Sql.resource("migration/notice_dead_client.sql");

    private final Clock clock;
    private final MigrationConfig config;
    private final Attempt attempt;
    private final LockWatch watch;
    private Script script;
    private List<String> warnings = new ArrayList<>();
    private Instant begun;
    private LockBudget budget;
    private boolean endsHere;

    Recorder(Clock clock, MigrationConfig config, Attempt attempt, LockWatch watch) {
        this.watch = watch;
        this.clock = clock;
        this.config = config;
        this.attempt = attempt;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return HEARD.contains(event);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "plumbline";
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            switch (event) {
                case BEFORE_EACH_MIGRATE -> begin(context.getConnection(), context.getMigrationInfo());
                case BEFORE_EACH_MIGRATE_STATEMENT ->
                    prepare(context.getConnection(), context.getStatement().getSql());
                case AFTER_EACH_MIGRATE -> end(Outcome.SUCCEEDED);
                case AFTER_EACH_MIGRATE_ERROR -> end(Outcome.FAILED);
                default -> hear(context);
            }
        } catch (SQLException e) {
            throw new FlywayException("the session cannot be prepared for a migration", e);
        }
    }

    private void begin(Connection connection, MigrationInfo migration) throws SQLException {
        boolean transactional = !connection.getAutoCommit();
        begun = clock.instant();
        beginTransaction(connection, transactional);
        warnings = new ArrayList<>();
        script = new Script(
                migration.getScript(),
                Optional.ofNullable(migration.getVersion()).map(Object::toString),
                migration.getDescription(),
                transactional,
                Outcome.RUNNING,
                Optional.empty(),
                List.of());
        attempt.began(script);
    }

    private void beginTransaction(Connection connection, boolean transactional) throws SQLException {
        prepare(connection, transactional);
        budget = new LockBudget(config.lockTimeout(), clock, transactional);
        watch.begin(connection, budget);
        endsHere = false;
    }

    /** A script that ends its transaction itself is in another from there on, which knows nothing of our settings. */
    private void prepare(Connection connection, String statement) throws SQLException {
        if (endsHere) {
            beginTransaction(connection, true);
        }
        budget.apply(connection, statement);
        endsHere = !connection.getAutoCommit() && Transactions.isEndedBy(statement);
        if (endsHere && script.transactional()) {
            script = script.withoutTransaction();
            attempt.became(script);
        }
    }

    /**
     * Flyway puts the schema of its history in front of the search_path, so that a table without a schema would end up
     * in there. People's migrations get the search_path that their role and database give everybody. Where the script
     * has a transaction, the settings end with it: behind a pooler, the session is somebody else's next.
     */
    private void prepare(Connection connection, boolean transactional) throws SQLException {
        Map<String, String> settings = Map.of(
                "search_path",
                "default",
                "plumbline.run",
                "'" + attempt.id() + "'",
                "standard_conforming_strings",
                "on",
                "lock_timeout",
                Long.toString(config.lockTimeout().toMillis()),
                "statement_timeout",
                Long.toString(statementTimeout().toMillis()));
        connection.setNetworkTimeout(
                Runnable::run, (int) statementTimeout().plus(GRACE).toMillis());
        try (var statement = connection.createStatement();
                var alertness = connection.prepareStatement(NOTICE_DEAD_CLIENT)) {
            alertness.setBoolean(1, transactional);
            alertness.execute();
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                statement.execute(
                        (transactional ? "set local " : "set ") + setting.getKey() + " to " + setting.getValue());
            }
        }
    }

    private Duration statementTimeout() {
        return attempt.wish().statementTimeout().orElseGet(config::statementTimeout);
    }

    private void end(Outcome outcome) {
        watch.end();
        attempt.became(script.ended(outcome, Optional.of(Duration.between(begun, clock.instant())), warnings));
    }

    private void hear(Context context) {
        if (context.getStatement() != null && context.getStatement().getWarnings() != null) {
            context.getStatement().getWarnings().stream()
                    .map(Warning::getMessage)
                    .forEach(warnings::add);
        }
    }
}
