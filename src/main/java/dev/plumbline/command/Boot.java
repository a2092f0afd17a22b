package dev.plumbline.command;

import dev.plumbline.connection.Database;
import dev.plumbline.connection.DatabaseConfig;
import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Trouble;
import dev.plumbline.contract.Contract;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.migration.MigrationConfig;
import dev.plumbline.migration.Migrator;
import dev.plumbline.migration.Overview.Status;
import dev.plumbline.migration.Overviews;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Runs;
import dev.plumbline.migration.Start;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.migration.Start.Busy;
import dev.plumbline.migration.Wish;
import dev.plumbline.verification.Verifier;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** What the service does first, beside answering requests: wait for the database, migrate, verify. */
@Singleton
class Boot {

    private static final Logger LOG = Logger.getLogger(Boot.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Database database;
    private final DatabaseConfig config;
    private final MigrationConfig migration;
    private final Migrator migrator;
    private final Runs runs;
    private final Overviews overviews;
    private final Flyway flyway;
    private final Contract contract;
    private final Verifier verifier;
    private final Clock clock;
    private volatile boolean over;
    private Cancellable work = () -> {};

    Boot(
            Database database,
            DatabaseConfig config,
            MigrationConfig migration,
            Migrator migrator,
            Runs runs,
            Overviews overviews,
            Flyway flyway,
            Contract contract,
            Verifier verifier,
            Clock clock) {
        this.database = database;
        this.config = config;
        this.migration = migration;
        this.migrator = migrator;
        this.runs = runs;
        this.overviews = overviews;
        this.flyway = flyway;
        this.contract = contract;
        this.verifier = verifier;
        this.clock = clock;
    }

    /** Whether the first attempt has ended, well or badly, or the database has kept us waiting too long. */
    boolean isOver() {
        return over;
    }

    void start(@Observes StartupEvent event) {
        config.problem().ifPresent(LOG::error);
        config.embedded().ifPresent(url -> LOG.infof("the database is a PostgreSQL of our own: %s", url));
        work = Uni.createFrom()
                .deferred(this::boot)
                .onFailure(Unavailable.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> over = true, failure -> LOG.error("the service has not come up", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        work.cancel();
    }

    private Uni<?> boot() {
        Uni<?> begun = awaitDatabase().chain(this::completeLedger);
        return migration.atStart() ? begun.chain(this::migrate) : begun.chain(verifier::verify);
    }

    /** That of an older build lacks tables, and perhaps no run is needed that would make them. */
    private Uni<?> completeLedger() {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> LedgerTables.complete(flyway.getConfiguration())))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.infof(
                            "the ledger is not complete: %s",
                            LogText.oneLine(Trouble.behind(failure).message()));
                    return false;
                });
    }

    private Uni<?> awaitDatabase() {
        Instant since = clock.instant();
        return database.trouble()
                .invoke(trouble -> trouble.ifPresent(what -> tell(what, since)))
                .onItem()
                .transformToUni(trouble -> trouble.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new Unavailable(trouble.get().message())))
                .onFailure(Unavailable.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private void tell(Trouble trouble, Instant since) {
        Duration waited = Duration.between(since, clock.instant()).truncatedTo(ChronoUnit.SECONDS);
        if (waited.compareTo(config.waitTimeout()) < 0) {
            LOG.infof("waiting for the database, for %s so far: %s", waited, LogText.oneLine(trouble.message()));
        } else {
            LOG.errorf("still waiting for the database, after %s: %s", waited, LogText.oneLine(trouble.message()));
            over = true;
        }
    }

    /** What another replica has done, or is doing, need not be done again. */
    private Uni<?> migrate() {
        return overviews.look().chain(overview -> overview.status() == Status.UP_TO_DATE ? verifier.verify() : run());
    }

    private Uni<?> run() {
        return migrator.start(Wish.ALL).chain(start -> {
            if (start instanceof Accepted accepted) {
                return runs.whenDone(accepted.run().id()).invoke(Boot::orAgain);
            }
            if (start instanceof Busy busy) {
                return busy.running()
                        .map(run -> runs.whenDone(run.id()).chain(this::afterAnother))
                        .orElseGet(() -> Uni.createFrom().failure(new Unavailable("another run goes on")));
            }
            return Uni.createFrom()
                    .failure(new Unavailable(
                            ((Start.Unavailable) start).trouble().message()));
        });
    }

    /** What has failed in a replica of the same build would fail here too. */
    private Uni<?> afterAnother(Run run) {
        LOG.infof("run %s, of another replica: %s", run.id(), run.outcome());
        boolean conclusive = run.outcome() == Outcome.FAILED
                && run.contract().equals(contract.schema().fingerprint())
                && !run.failure().map(Failure::retryable).orElse(false);
        return conclusive ? verifier.verify() : migrate();
    }

    private static void orAgain(Run run) {
        run.failure().filter(Failure::retryable).ifPresent(failure -> {
            throw new Unavailable(failure.message());
        });
    }

    private static final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super(message);
        }
    }
}
