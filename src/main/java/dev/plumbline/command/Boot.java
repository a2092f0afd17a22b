package dev.plumbline.command;

import dev.plumbline.connection.DatabaseConfig;
import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.migration.MigrationConfig;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Run.Failure;
import dev.plumbline.verification.Verifier;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** What the service does first, beside answering requests: wait for the database, migrate, verify. */
@Singleton
class Boot {

    private static final Logger LOG = Logger.getLogger(Boot.class);

    private final Arguments arguments;
    private final DatabaseConfig config;
    private final MigrationConfig migration;
    private final Waiting waiting;
    private final FirstRun firstRun;
    private final Flyway flyway;
    private final Verifier verifier;
    private volatile boolean over;
    private Cancellable work = () -> {};

    Boot(
            @CommandLineArguments String[] arguments,
            DatabaseConfig config,
            MigrationConfig migration,
            Waiting waiting,
            FirstRun firstRun,
            Flyway flyway,
            Verifier verifier) {
        this.arguments = Arguments.of(arguments);
        this.config = config;
        this.migration = migration;
        this.waiting = waiting;
        this.firstRun = firstRun;
        this.flyway = flyway;
        this.verifier = verifier;
    }

    /** Whether the first attempt has ended, well or badly, or the database has kept us waiting too long. */
    boolean isOver() {
        return over;
    }

    void start(@Observes StartupEvent event) {
        if (arguments.command() != Command.SERVE) {
            return;
        }
        config.problem().ifPresent(LOG::error);
        config.embedded().ifPresent(url -> LOG.infof("the database is a PostgreSQL of our own: %s", url));
        work = Uni.createFrom()
                .deferred(this::boot)
                .onFailure(UnavailableException.class)
                .retry()
                .withBackOff(Waiting.FIRST_PAUSE, Waiting.LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> over = true, failure -> LOG.error("the service has not come up", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        work.cancel();
    }

    private Uni<?> boot() {
        Uni<?> begun = waiting.forEver(() -> over = true).chain(this::completeLedger);
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

    /** A run of our own has verified at its end. */
    private Uni<?> migrate() {
        return firstRun.carryOut().chain(run -> run.isPresent() ? orAgain(run.get()) : verifier.verify());
    }

    private Uni<?> orAgain(Run run) {
        return run.failure().filter(Failure::retryable).isPresent()
                ? Uni.createFrom()
                        .failure(new UnavailableException(new Trouble(
                                Trouble.Kind.UNREACHABLE, run.failure().get().message())))
                : verifier.verify();
    }
}
