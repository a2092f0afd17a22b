package dev.plumbline.watch;

import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Pooler;
import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.DdlLog;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.migration.Run;
import dev.plumbline.verification.VerificationConfig;
import dev.plumbline.verification.Verifier;
import dev.plumbline.watch.WatchConfig.Ddl;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** Verifies at once when somebody has changed the schema, where event triggers of the database tell of it. */
@Singleton
class Listener {

    private static final Logger LOG = Logger.getLogger(Listener.class);

    /** Many changes are one verification: it sees what is there when the first of them is this old. */
    private static final Duration DEBOUNCE = Duration.ofMillis(200);

    /**
     * After how long it is verified once more: who was about to write what it saw may have been killed, or may not have been
     * able to. While nothing can be concluded, such as during a migration that may be cut off, each time twice as long after.
     */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(5);

    /** Said again it is a sign of life, and pg_stat_activity goes on to tell what the session is for. */
    private static final String LISTEN = "listen " + DdlLog.CHANNEL;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A connection of which the other end has gone says nothing by itself. */
    private static final int LOOKS_BETWEEN_SIGNS_OF_LIFE = 20;

    private final Flyway flyway;
    private final Verifier verifier;
    private final WatchConfig config;
    private final VerificationConfig looking;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(Listener::thread);
    private final Thread listening = thread(this::listen);
    private Future<?> again = CompletableFuture.completedFuture(null);
    private volatile boolean over;
    private volatile Optional<String> told = Optional.of("");

    Listener(Flyway flyway, Verifier verifier, WatchConfig config, VerificationConfig looking) {
        this.flyway = flyway;
        this.verifier = verifier;
        this.config = config;
        this.looking = looking;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "ddl-listener");
        thread.setDaemon(true);
        return thread;
    }

    private boolean isWanted() {
        return config.enabled() && config.ddl() != Ddl.OFF;
    }

    void start(@Observes StartupEvent event) {
        if (isWanted()) {
            listening.start();
        }
    }

    /** The connection is given back before there is nobody to give it to. */
    void stop(@Observes ShutdownEvent event) {
        over = true;
        listening.interrupt();
        turns.shutdownNow();
        try {
            listening.join(BETWEEN_LOOKS.multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A run may have made the ledger. */
    void observe(@Observes Run run) {
        if (isWanted() && !over) {
            turns.execute(() -> {
                try {
                    install();
                } catch (SQLException | RuntimeException e) {
                    tell(Optional.of(Trouble.behind(e).message()));
                }
            });
        }
    }

    private void listen() {
        Duration pause = FIRST_PAUSE;
        while (!over) {
            try {
                if (Pooler.sharesSessions(flyway.getConfiguration().getDataSource())) {
                    install();
                    LOG.info("nobody tells of changes at once through a pooler in transaction mode: they are looked for"
                            + " every plumbline.watch.every");
                    return;
                }
                listenOnce();
                pause = FIRST_PAUSE;
            } catch (SQLException | RuntimeException e) {
                if (!over) {
                    LOG.debugf(e, "not listening, for %s", pause);
                    pause(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        }
    }

    /** Until the connection is lost. What was told meanwhile is lost too, and so the first thing is to look. */
    private void listenOnce() throws SQLException {
        install();
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(LISTEN);
            try {
                verifySoon();
                PGConnection notified = connection.unwrap(PGConnection.class);
                for (int look = 1; !over; look++) {
                    if (notified.getNotifications((int) BETWEEN_LOOKS.toMillis()).length > 0) {
                        verifySoon();
                    }
                    if (look % LOOKS_BETWEEN_SIGNS_OF_LIFE == 0) {
                        statement.execute(LISTEN);
                    }
                }
            } finally {
                statement.execute("unlisten *");
            }
        }
    }

    /** Nobody has asked for a ledger in a database in which nothing was ever run. */
    private void install() throws SQLException {
        if (LedgerTables.complete(flyway.getConfiguration())) {
            tell(DdlLog.install(flyway.getConfiguration().getDataSource(), looking.timeout()));
        }
    }

    private void tell(Optional<String> obstacle) {
        if (!obstacle.equals(told)) {
            told = obstacle;
            LOG.logf(
                    config.ddl() == Ddl.ON && obstacle.isPresent() ? Logger.Level.ERROR : Logger.Level.INFO,
                    "who changes the schema is %s",
                    obstacle.map(why -> "not written down: " + LogText.oneLine(why))
                            .orElse("written down"));
        }
    }

    private void verifySoon() {
        if (awaited.compareAndSet(false, true)) {
            turns.schedule(this::verify, DEBOUNCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void verify() {
        awaited.set(false);
        concludes();
        verifyAgain(SETTLING);
    }

    private void verifyAgain(Duration pause) {
        again.cancel(false);
        again = turns.schedule(
                () -> {
                    if (!concludes()) {
                        Duration twice = pause.multipliedBy(2);
                        verifyAgain(twice.compareTo(LONGEST_SETTLING) < 0 ? twice : LONGEST_SETTLING);
                    }
                },
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private boolean concludes() {
        try {
            return verifier.verify().await().indefinitely().concludes();
        } catch (RuntimeException e) {
            if (!over) {
                LOG.warn("a verification has failed, and will be tried again", e);
            }
            return over;
        }
    }

    private void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            over = true;
        }
    }
}
