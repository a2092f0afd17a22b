package dev.plumbline.migration;

import dev.plumbline.connection.Pooler;
import dev.plumbline.connection.Secrets;
import dev.plumbline.connection.SessionSettings;
import dev.plumbline.connection.Sql;
import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.History;
import dev.plumbline.ledger.LedgerTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.info.MigrationInfoImpl;
import org.jboss.logging.Logger;

/** Runs Flyway. */
final class Execution {

    private static final Logger LOG = Logger.getLogger(Execution.class);
    private static final String PLATFORM = "platform/supabase.sql";

    /** lock_not_available and deadlock_detected: another time it may go well. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("55P03", "40P01");

    /** How much longer than the server's own limit we wait for it to tell of it. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** As long as keepalives take to find out that there is nobody at the other end. */
    private static final Duration UNACKNOWLEDGED = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Configuration flyway;
    private final MigrationConfig config;
    private final Clock clock;
    private final Consumer<List<String>> gate;

    /**
     * @param gate is asked with what is pending before anything is run, and throws if that must not be
     */
    Execution(Configuration flyway, MigrationConfig config, Clock clock, Consumer<List<String>> gate) {
        this.gate = gate;
        this.flyway = flyway;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Runs what is pending.
     *
     * @return the schema's version then; empty before the first versioned migration
     */
    Optional<String> carryOut(Attempt attempt) throws SQLException {
        if (config.createPlatform()) {
            createPlatform();
        }
        LedgerTables.checkHistory(flyway.getDataSource());
        try (var watch = new LockWatch(flyway.getDataSource(), attempt, config, clock)) {
            Flyway ready = prepared(attempt, watch);
            MigrationInfoService before = ready.info();
            attempt.startsFrom(History.version(before.all()));
            gate.accept(Arrays.stream(before.pending())
                    .map(MigrationInfo::getScript)
                    .toList());
            return Optional.ofNullable(patiently(withLock(ready, before), attempt))
                    .or(() -> History.version(before.all()));
        }
    }

    private void createPlatform() throws SQLException {
        try (Connection connection = flyway.getDataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(Sql.resource(PLATFORM));
            connection.commit();
        }
    }

    private Flyway prepared(Attempt attempt, LockWatch watch) {
        FluentConfiguration configuration = Flyway.configure().configuration(flyway);
        SessionSettings settings = SessionSettings.of(configuration);
        settings.set(settings(attempt), statementTimeout(attempt).plus(GRACE), watch);
        configuration
                .callbacks(own(new Recorder(clock, attempt, watch, settings, new Secrets(flyway.getPlaceholders()))))
                .lockRetryCount((int) config.queueTimeout().toSeconds());
        attempt.wish().target().ifPresent(configuration::target);
        return configuration.load();
    }

    /** Scripts and callbacks get the search_path that their role and database give everybody. */
    private Map<String, String> settings(Attempt attempt) {
        return Map.of(
                "search_path",
                "default",
                "plumbline.run",
                "'" + attempt.id() + "'",
                "standard_conforming_strings",
                "on",
                "lock_timeout",
                millis(config.lockTimeout()),
                "statement_timeout",
                millis(statementTimeout(attempt)),
                "idle_in_transaction_session_timeout",
                millis(config.silenceTimeout()),
                "tcp_keepalives_idle",
                "30",
                "tcp_keepalives_interval",
                "10",
                "tcp_keepalives_count",
                "3",
                "tcp_user_timeout",
                millis(UNACKNOWLEDGED));
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private Duration statementTimeout(Attempt attempt) {
        return attempt.wish().statementTimeout().orElseGet(config::statementTimeout);
    }

    /** Those of people, and ours. */
    private Callback[] own(Recorder recorder) {
        var all = Arrays.copyOf(flyway.getCallbacks(), flyway.getCallbacks().length + 1);
        all[all.length - 1] = recorder;
        return all;
    }

    /**
     * Flyway's lock is a transaction that stays open, for which a concurrent index build would wait for ever. Behind a
     * pooler that gives each transaction another session, the other kind of lock would be somebody else's.
     */
    private Flyway withLock(Flyway ready, MigrationInfoService info) throws SQLException {
        Optional<String> without = Arrays.stream(info.pending())
                .filter(migration -> !((MigrationInfoImpl) migration).canExecuteInTransaction())
                .map(MigrationInfo::getScript)
                .findFirst();
        if (without.isEmpty()) {
            return ready;
        }
        if (Pooler.sharesSessions(flyway.getDataSource())) {
            throw new SessionNeededException(without.get());
        }
        return Flyway.configure()
                .configuration(ready.getConfiguration())
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    private String patiently(Flyway ready, Attempt attempt) {
        Duration pause = FIRST_PAUSE;
        long executed = 0;
        for (int retries = 0; ; retries++) {
            attempt.givesWay(retries < config.lockRetries());
            try {
                String version = ready.migrate().targetSchemaVersion;
                attempt.goOn();
                return version;
            } catch (FlywayException e) {
                if (attempt.executed() > executed) {
                    executed = attempt.executed();
                    pause = FIRST_PAUSE;
                    retries = 0;
                }
                if (retries == config.lockRetries() || attempt.isStopped() || !isWorthAnotherTry(e, attempt)) {
                    throw e;
                }
                LOG.warnf(
                        "run %s: trying again in %s: %s",
                        attempt.id(),
                        pause,
                        attempt.hasWaitedTooLong()
                                ? Failures.WAITED_TOO_LONG
                                : Trouble.behind(e).message());
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Of a script without a transaction, a part may have taken effect. */
    private static boolean isWorthAnotherTry(FlywayException failure, Attempt attempt) {
        return (attempt.hasWaitedTooLong()
                        || Trouble.sqlState(failure)
                                .filter(WORTH_ANOTHER_TRY::contains)
                                .isPresent())
                && attempt.lastScript().filter(Run.Script::transactional).isPresent();
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FlywayException("the run was interrupted while it waited to try again", e);
        }
    }
}
