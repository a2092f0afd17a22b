package dev.plumbline.command;

import dev.plumbline.caller.Issuers;
import dev.plumbline.caller.IssuersConfig;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.connection.Database;
import dev.plumbline.contract.Contract;
import dev.plumbline.contract.ContractFile;
import dev.plumbline.diff.Diff;
import dev.plumbline.ledger.DriftLedger;
import dev.plumbline.ledger.Ledger;
import dev.plumbline.ledger.Outbox;
import dev.plumbline.ledger.Turn;
import dev.plumbline.migration.DriftGate;
import dev.plumbline.migration.LiveSchema;
import dev.plumbline.migration.MigrationConfig;
import dev.plumbline.migration.Migrator;
import dev.plumbline.migration.Migrator.Promise;
import dev.plumbline.migration.Overviews;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Runs;
import dev.plumbline.migration.Since;
import dev.plumbline.migration.WithoutUndo;
import dev.plumbline.plan.Planner;
import dev.plumbline.publication.Attempted;
import dev.plumbline.publication.EventsConfig;
import dev.plumbline.publication.Knative;
import dev.plumbline.publication.Means;
import dev.plumbline.publication.Publishers;
import dev.plumbline.publication.Sinks;
import dev.plumbline.publication.SinksConfig;
import dev.plumbline.verification.Inventory;
import dev.plumbline.verification.LedgerMemory;
import dev.plumbline.verification.ReportedDifference;
import dev.plumbline.verification.Snapshots;
import dev.plumbline.verification.Verification;
import dev.plumbline.verification.VerificationConfig;
import dev.plumbline.verification.Verifier;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/** Makes the parts and puts them together. They know nothing of how. */
final class Wiring {

    /** How long a statement of the ledger may take; it writes one row. */
    private static final Duration WRITING = Duration.ofSeconds(10);

    /** What part of its time a verification may wait for the ledger, which it can do without. */
    private static final int SHARE_OF_THE_LEDGER = 3;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Database database(Pool pool) {
        return new Database(pool);
    }

    @Produces
    @Singleton
    Contract contract() {
        return ContractFile.resource();
    }

    @Produces
    @Singleton
    FlywayConfigurationCustomizer scripts() {
        return flyway -> flyway.resourceProvider(new WithoutUndo(flyway.getResourceProvider()));
    }

    @Produces
    @Singleton
    Verifier verifier(
            Pool pool,
            Contract contract,
            VerificationConfig config,
            Clock clock,
            DriftLedger drift,
            Event<Verification> verified) {
        var memory = new LedgerMemory(drift, config.timeout().dividedBy(SHARE_OF_THE_LEDGER));
        return new Verifier(pool, contract, config, clock, memory, verified::fire);
    }

    @Produces
    @Singleton
    Inventory inventory(Pool pool, VerificationConfig config) {
        return new Inventory(pool, config);
    }

    @Produces
    @Singleton
    Ledger ledger(Pool pool, Outbox outbox) {
        return new Ledger(pool, WRITING, outbox);
    }

    @Produces
    @Singleton
    DriftLedger drift(Pool pool, Outbox outbox) {
        return new DriftLedger(pool, WRITING, outbox);
    }

    @Produces
    @Singleton
    Turn turn(Pool pool) {
        return new Turn(pool, WRITING);
    }

    @Produces
    @Singleton
    Sinks sinks(SinksConfig config) {
        Config all = ConfigProvider.getConfig();
        return orMisconfigured(() -> {
            Sinks.check(all.getPropertyNames());
            return new Sinks(
                    config,
                    Knative.of(
                            all.getOptionalValue("K_SINK", String.class),
                            all.getOptionalValue("K_CE_OVERRIDES", String.class)));
        });
    }

    @Produces
    @Singleton
    Outbox outbox(Pool pool, EventsConfig config, Sinks sinks) {
        return new Outbox(pool, WRITING, config.url().orElse(URI.create("/plumbline")), sinks.subscriptions());
    }

    @Produces
    @Singleton
    Publishers publishers(
            Sinks sinks, Outbox outbox, Pool pool, EventsConfig config, Clock clock, Event<Attempted> ended) {
        return orMisconfigured(() -> sinks.publishers(
                outbox,
                new Means(pool, config.url().map(url -> url.resolve("schema/verification"))),
                clock,
                ended::fire));
    }

    @Produces
    @Singleton
    Issuers issuers(IssuersConfig config) {
        return orMisconfigured(() -> new Issuers(variable("SUPABASE_URL"), variable("SUPABASE_JWT_SECRET"), config));
    }

    /** What a file brings to a Secret often ends with the file's last line. */
    private static Optional<String> variable(String name) {
        return ConfigProvider.getConfig()
                .getOptionalValue(name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** With the name of the setting, and without its value or a cause, which could show it. */
    private static <T> T orMisconfigured(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    @Produces
    @Singleton
    Runs runs(Ledger ledger) {
        return new Runs(ledger);
    }

    @Produces
    @Singleton
    Overviews overviews(Flyway flyway, Runs runs) {
        return new Overviews(flyway.getConfiguration(), runs);
    }

    @Produces
    @Singleton
    Snapshots snapshots(Pool pool, Contract contract, VerificationConfig config, Clock clock) {
        return new Snapshots(pool, contract, config, clock);
    }

    /** A run asks for its report when Flyway is done; the verification has a time limit of its own. */
    @Produces
    @Singleton
    Migrator migrator(
            Flyway flyway,
            MigrationConfig config,
            Contract contract,
            Clock clock,
            Ledger ledger,
            Runs runs,
            Snapshots snapshots,
            Verifier verifier,
            Event<Run> ended) {
        return new Migrator(
                flyway.getConfiguration(),
                config,
                new Promise(
                        contract.migrations().stream()
                                .flatMap(migration -> migration.version().stream())
                                .toList(),
                        contract.schema().fingerprint()),
                clock,
                Infrastructure.getDefaultWorkerPool(),
                ledger,
                runs,
                live(snapshots),
                () -> verifier.verify().await().indefinitely(),
                ended::fire);
    }

    private static LiveSchema live(Snapshots snapshots) {
        return new LiveSchema() {
            @Override
            public String snapshot() {
                return snapshots.take().await().indefinitely();
            }

            @Override
            public String reading() {
                return Catalog.VERSION;
            }

            @Override
            public List<String> changesSince(String snapshot) {
                return snapshots.compare(snapshot).await().indefinitely().stream()
                        .map(ReportedDifference::sentence)
                        .toList();
            }
        };
    }

    @Produces
    @Singleton
    Planner planner(
            Flyway flyway,
            MigrationConfig config,
            VerificationConfig looking,
            Contract contract,
            Clock clock,
            Ledger ledger,
            Runs runs,
            Snapshots snapshots) {
        return new Planner(
                flyway.getConfiguration(),
                contract,
                new Planner.Live() {
                    @Override
                    public Diff differences() {
                        return snapshots.differences().await().indefinitely();
                    }

                    @Override
                    public Planner.Since sinceLastRun(Optional<String> version) {
                        Since since = Since.lastRun(ledger, live(snapshots), version);
                        return new Planner.Since(
                                since.changes(), since.unknown(), config.driftGate() == DriftGate.REFUSE);
                    }

                    @Override
                    public Optional<String> half() {
                        return runs.half().await().indefinitely();
                    }
                },
                looking.timeout(),
                config.lockTimeout(),
                clock);
    }
}
