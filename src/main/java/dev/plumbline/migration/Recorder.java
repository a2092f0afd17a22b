package dev.plumbline.migration;

import dev.plumbline.connection.Secrets;
import dev.plumbline.connection.SessionSettings;
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
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Prepares the session for each script of a run, and writes down how the script went. */
final class Recorder implements Callback {

    private static final Set<Event> HEARD = Set.of(
            Event.BEFORE_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE,
            Event.AFTER_EACH_MIGRATE_ERROR,
            Event.BEFORE_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR);

    private final Clock clock;
    private final Attempt attempt;
    private final LockWatch watch;
    private final SessionSettings settings;
    private final Secrets secrets;
    private Script script;
    private List<String> warnings = new ArrayList<>();
    private Instant begun;
    private boolean endsHere;

    Recorder(Clock clock, Attempt attempt, LockWatch watch, SessionSettings settings, Secrets secrets) {
        this.secrets = secrets;
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
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
                case AFTER_EACH_MIGRATE -> succeed();
                case AFTER_EACH_MIGRATE_ERROR -> end(Outcome.FAILED);
                default -> hear(context);
            }
        } catch (SQLException e) {
            throw new FlywayException("the session cannot be prepared for a migration", e);
        }
    }

    private void begin(Connection connection, MigrationInfo migration) throws SQLException {
        boolean transactional = !connection.getAutoCommit();
        if (!watch.knowsTheScript()) {
            settings.apply(connection);
        }
        begun = clock.instant();
        endsHere = false;
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

    /** A script that ends its transaction itself is in another from there on, which knows nothing of our settings. */
    private void prepare(Connection connection, String statement) throws SQLException {
        attempt.goOn();
        if (endsHere) {
            settings.apply(connection);
        }
        watch.budget().apply(connection, statement);
        endsHere = !connection.getAutoCommit() && Transactions.isEndedBy(statement);
        if (endsHere && script.transactional()) {
            script = script.withoutTransaction();
            attempt.became(script);
        }
    }

    /** What has no transaction has taken effect. */
    private void succeed() {
        if (script.transactional()) {
            attempt.goOn();
        }
        end(Outcome.SUCCEEDED);
    }

    private void end(Outcome outcome) {
        watch.end();
        attempt.became(script.ended(outcome, Optional.of(Duration.between(begun, clock.instant())), warnings));
    }

    private void hear(Context context) {
        if (context.getStatement() != null && context.getStatement().getWarnings() != null) {
            context.getStatement().getWarnings().stream()
                    .map(warning -> secrets.hide(
                            warning.getMessage(), context.getStatement().getSql()))
                    .forEach(warnings::add);
        }
    }
}
