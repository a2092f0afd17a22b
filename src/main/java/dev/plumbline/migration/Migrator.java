package dev.plumbline.migration;

import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Sql;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.migration.Start.Busy;
import dev.plumbline.migration.Start.KeyReused;
import dev.plumbline.migration.Start.NoSuchTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

/** Runs Flyway, one run at a time. */
public final class Migrator {

    private static final Logger LOG = Logger.getLogger(Migrator.class);
    /** That of Flyway's own column; a number of a million digits is a minute's work to compare. */
    private static final int LONGEST_VERSION = 50;

    private static final String PLATFORM = "platform/supabase.sql";

    private final Configuration flyway;
    private final MigrationConfig config;
    private final Collection<String> versions;
    private final Clock clock;
    private final Executor executor;
    private final Runs runs;
    private final Supplier<?> inspection;
    private final Consumer<Run> listener;

    /**
     * @param flyway which database, which scripts
     * @param versions those that there are migrations for
     * @param executor carries out the runs
     * @param runs where they are kept
     * @param inspection is asked after each run for a report on what the run has left behind
     * @param listener is told of each run that has ended
     */
    public Migrator(
            Configuration flyway,
            MigrationConfig config,
            Collection<String> versions,
            Clock clock,
            Executor executor,
            Runs runs,
            Supplier<?> inspection,
            Consumer<Run> listener) {
        this.flyway = flyway;
        this.config = config;
        this.versions = versions;
        this.clock = clock;
        this.executor = executor;
        this.runs = runs;
        this.inspection = inspection;
        this.listener = listener;
    }

    /**
     * Starts a run, unless one goes on.
     *
     * @param target the version to stop at; empty for all
     * @param key makes the same wish twice one run
     */
    public Start start(Optional<String> target, Optional<String> key) {
        if (target.isPresent() && !isKnown(target.get())) {
            return new NoSuchTarget(target.get(), versions);
        }
        Attempt attempt;
        synchronized (runs) {
            Optional<Attempt> earlier = runs.withKey(key);
            if (earlier.isPresent()) {
                return earlier.get().target().equals(target)
                        ? new Accepted(earlier.get())
                        : new KeyReused(earlier.get().run());
            }
            Optional<Run> running = runs.running();
            if (running.isPresent()) {
                return new Busy(running.get());
            }
            attempt = new Attempt(clock, config, target, key);
            runs.add(attempt);
        }
        executor.execute(() -> carryOut(attempt));
        return new Accepted(attempt);
    }

    private boolean isKnown(String target) {
        if (target.length() > LONGEST_VERSION) {
            return false;
        }
        try {
            MigrationVersion wanted = MigrationVersion.fromVersion(target);
            return versions.stream().map(MigrationVersion::fromVersion).anyMatch(wanted::equals);
        } catch (FlywayException e) {
            LOG.debugf(e, "%s is no version", target);
            return false;
        }
    }

    private void carryOut(Attempt attempt) {
        LOG.infof("run %s: started", attempt.id());
        try {
            if (config.createPlatform()) {
                createPlatform();
            }
            MigrateResult result = migrate(attempt);
            attempt.succeeded(clock.instant(), result, inspection.get());
            LOG.infof("run %s: succeeded, %d migrations executed", attempt.id(), result.migrationsExecuted);
        } catch (RuntimeException | SQLException | Error e) {
            Run.Failure failure = Failures.of(e);
            attempt.failed(clock.instant(), failure, inspection.get());
            LOG.errorf("run %s: failed%s: %s", attempt.id(), place(failure), LogText.oneLine(failure.message()));
            LOG.debug("the failure in full", e);
        }
        listener.accept(attempt.run());
    }

    private static String place(Run.Failure failure) {
        return failure.script().map(script -> " in " + script).orElse("")
                + failure.line().map(line -> " line " + line).orElse("");
    }

    private void createPlatform() throws SQLException {
        try (Connection connection = flyway.getDataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(Sql.resource(PLATFORM));
            connection.commit();
        }
    }

    private MigrateResult migrate(Attempt attempt) {
        var configuration = Flyway.configure().configuration(flyway).callbacks(attempt.recorder());
        configuration.lockRetryCount((int) config.queueTimeout().toSeconds());
        attempt.target().ifPresent(configuration::target);
        return configuration.load().migrate();
    }
}
