package dev.plumbline.publication;

import dev.plumbline.ledger.DriftLedger;
import dev.plumbline.ledger.Outbox;
import dev.plumbline.testing.Pools;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.verification.LedgerMemory;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.Verification;
import dev.plumbline.verification.VerificationConfig;
import dev.plumbline.verification.Verifier;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one process of the service has of the watch, with connections of its own, and without its clocks. */
final class Watcher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Pool pool;
    private final Outbox outbox;
    private final DriftLedger ledger;
    private final Verifier verifier;
    private final Publishers publishers;
    private final List<Verification> verifications = new CopyOnWriteArrayList<>();
    private final List<Attempted> attempts = new CopyOnWriteArrayList<>();

    private Watcher(String url, Map<String, String> settings) {
        pool = Pools.of(8, PgConnectOptions.fromUri(url));
        var builder = new SmallRyeConfigBuilder().withMapping(SinksConfig.class).withMapping(VerificationConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("plumbline.sinks." + name, value));
        var config = builder.build();
        var sinks =
                new Sinks(config.getConfigMapping(SinksConfig.class), Knative.of(Optional.empty(), Optional.empty()));
        outbox = new Outbox(pool, TIMEOUT, URI.create("/plumbline"), sinks.subscriptions());
        ledger = new DriftLedger(pool, TIMEOUT, outbox);
        verifier = new Verifier(
                pool,
                TestDatabase.CONTRACT,
                config.getConfigMapping(VerificationConfig.class),
                Clock.systemUTC(),
                new LedgerMemory(ledger, Duration.ofSeconds(10)),
                verifications::add);
        publishers = sinks.publishers(
                outbox,
                new Means(pool, Optional.of(URI.create("https://plumbline.example/schema/verification"))),
                Clock.systemUTC(),
                attempts::add);
    }

    /**
     * @param settings of the sinks, such as {@code one.url}
     */
    static Watcher of(TestDatabase database, Map<String, String> settings) {
        return new Watcher(database.url(), settings);
    }

    static Watcher of(String url) {
        return new Watcher(url, Map.of());
    }

    Report verify() {
        return verifier.verify().await().atMost(PATIENCE);
    }

    /** What is told of the last verification. */
    Verification last() {
        return verifications.get(verifications.size() - 1);
    }

    /** Tells the sinks what is due. */
    void publish() {
        publishers.all().forEach(publisher -> publisher.publish().await().atMost(PATIENCE));
    }

    Outbox outbox() {
        return outbox;
    }

    DriftLedger ledger() {
        return ledger;
    }

    List<Attempted> attempts() {
        return attempts;
    }

    @Override
    public void close() {
        pool.closeAndAwait();
    }
}
