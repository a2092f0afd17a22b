package dev.plumbline.migration;

import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
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
            Event.AFTER_EACH_MIGRATE_STATEMENT,
            Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR);

    /** How much longer than the server's own limit we wait for it to tell of it. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<String, String> settings;
    private final int patience;
    private final List<Script> scripts = new ArrayList<>();
    private List<String> warnings = new ArrayList<>();
    private Instant begun;

    Recorder(Clock clock, MigrationConfig config) {
        this.clock = clock;
        this.begun = clock.instant();
        this.patience = (int) config.statementTimeout().plus(GRACE).toMillis();
        this.settings = Map.of(
                "search_path",
                "default",
                "standard_conforming_strings",
                "on",
                "lock_timeout",
                Long.toString(config.lockTimeout().toMillis()),
                "statement_timeout",
                Long.toString(config.statementTimeout().toMillis()));
    }

    synchronized List<Script> scripts() {
        return List.copyOf(scripts);
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
    public synchronized void handle(Event event, Context context) {
        switch (event) {
            case BEFORE_EACH_MIGRATE -> {
                prepare(context);
                begin(context.getMigrationInfo());
            }
            case AFTER_EACH_MIGRATE -> end(Outcome.SUCCEEDED);
            case AFTER_EACH_MIGRATE_ERROR -> end(Outcome.FAILED);
            default -> hear(context);
        }
    }

    /**
     * Flyway puts the schema of its history in front of the search_path, so that a table without a schema would end up
     * in there. People's migrations get the search_path that their role and database give everybody. Where the script
     * has a transaction, the settings end with it: behind a pooler, the session is somebody else's next.
     */
    private void prepare(Context context) {
        try (var statement = context.getConnection().createStatement()) {
            context.getConnection().setNetworkTimeout(Runnable::run, patience);
            String set = context.getConnection().getAutoCommit() ? "set " : "set local ";
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                statement.execute(set + setting.getKey() + " to " + setting.getValue());
            }
        } catch (SQLException e) {
            throw new FlywayException("the session cannot be prepared for a migration", e);
        }
    }

    private void begin(MigrationInfo migration) {
        begun = clock.instant();
        warnings = new ArrayList<>();
        scripts.add(new Script(
                migration.getScript(),
                Optional.ofNullable(migration.getVersion()).map(Object::toString),
                migration.getDescription(),
                Outcome.RUNNING,
                Optional.empty(),
                List.of()));
    }

    private void end(Outcome outcome) {
        int last = scripts.size() - 1;
        Script script = scripts.get(last);
        scripts.set(
                last,
                new Script(
                        script.script(),
                        script.version(),
                        script.description(),
                        outcome,
                        Optional.of(Duration.between(begun, clock.instant())),
                        List.copyOf(warnings)));
    }

    private void hear(Context context) {
        if (context.getStatement() != null && context.getStatement().getWarnings() != null) {
            context.getStatement().getWarnings().stream()
                    .map(Warning::getMessage)
                    .forEach(warnings::add);
        }
    }
}
