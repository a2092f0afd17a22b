package dev.plumbline.migration;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.connection.DatabaseUrl;
import dev.plumbline.contract.Contract;
import dev.plumbline.contract.Spellings;
import dev.plumbline.ledger.Ledger;
import dev.plumbline.ledger.Outbox;
import dev.plumbline.migration.Migrator.Promise;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.schema.Schema;
import dev.plumbline.testing.Pools;
import dev.plumbline.verification.ReportedDifference;
import dev.plumbline.verification.Snapshots;
import dev.plumbline.verification.VerificationConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.postgresql.ds.PGSimpleDataSource;

/** What one process of the service has of migrations, with connections of its own. */
public final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Pool pool;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Ledger ledger;
    private final LiveSchema schema;
    private final Runs runs;
    private final Migrator migrator;

    private Replica(String url, Configuration flyway, Map<String, String> settings, Duration timeout) {
        pool = Pools.of(4, PgConnectOptions.fromUri(url));
        ledger = new Ledger(pool, timeout, new Outbox(pool, timeout, URI.create("/test"), List.of()));
        schema = new Live(new Snapshots(
                pool,
                new Contract(
                        List.of(),
                        new TreeSet<>(Set.of("schema public")),
                        new TreeSet<>(),
                        new Schema(List.of()),
                        Spellings.NONE),
                config(VerificationConfig.class, "plumbline.verification", Map.of()),
                Clock.systemUTC()));
        runs = new Runs(ledger);
        migrator = new Migrator(
                flyway,
                config(MigrationConfig.class, "plumbline.migration", settings),
                new Promise(List.of("1", "2"), "fingerprint"),
                Clock.systemUTC(),
                executor,
                ledger,
                runs,
                schema,
                () -> Map.of("verdict", "not looked at"),
                run -> {});
    }

    /**
     * @param url of the database, as a user would write it
     * @param folder of the migrations, below {@code src/test/resources/migration}
     * @param settings by name, such as {@code lock-timeout}
     */
    static Replica of(String url, String folder, Map<String, String> settings) {
        return of(url, settings, TIMEOUT, folder);
    }

    /** It waits for the ledger a second. */
    static Replica impatient(String url, String... folders) {
        return of(url, Map.of(), Duration.ofSeconds(1), folders);
    }

    private static Replica of(String url, Map<String, String> settings, Duration timeout, String... folders) {
        return new Replica(
                url,
                Flyway.configure()
                        .dataSource(source(url))
                        .defaultSchema("plumbline")
                        .locations(Stream.of(folders)
                                .map(folder -> "classpath:migration/" + folder)
                                .toArray(String[]::new))
                        .cleanDisabled(true),
                settings,
                timeout);
    }

    static Replica of(String url, String... folders) {
        return of(url, Map.of(), TIMEOUT, folders);
    }

    /** Of JDBC, as the service would make it of the same URL. */
    static DataSource source(String url) {
        Map<String, String> settings = DatabaseUrl.parse(url).settings();
        var source = new PGSimpleDataSource();
        source.setURL(settings.get("quarkus.datasource.jdbc.url"));
        source.setUser(settings.get("quarkus.datasource.username"));
        source.setPassword(settings.get("quarkus.datasource.password"));
        source.setPrepareThreshold(0);
        return source;
    }

    private static <T> T config(Class<T> type, String prefix, Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(type, prefix);
        settings.forEach((name, value) -> builder.withDefaultValue(prefix + "." + name, value));
        return builder.build().getConfigMapping(type, prefix);
    }

    private record Live(Snapshots snapshots) implements LiveSchema {

        @Override
        public String snapshot() {
            return snapshots.take().await().atMost(PATIENCE);
        }

        @Override
        public String reading() {
            return Catalog.VERSION;
        }

        @Override
        public List<String> changesSince(String snapshot) {
            return snapshots.compare(snapshot).await().atMost(PATIENCE).stream()
                    .map(ReportedDifference::sentence)
                    .toList();
        }
    }

    Since sinceLastRun(String version) {
        return Since.lastRun(ledger, schema, Optional.of(version));
    }

    static Wish upToOne() {
        return new Wish(Optional.of("1"), Optional.empty(), Optional.empty());
    }

    Start start(Wish wish) {
        return migrator.start(wish).await().atMost(PATIENCE);
    }

    /** Starts a run and waits for its end. */
    Run migrate() {
        return migrate(Wish.ALL);
    }

    Run migrate(Wish wish) {
        return done(((Accepted) start(wish)).run().id());
    }

    Run done(UUID run) {
        return runs.whenDone(run).await().atMost(PATIENCE);
    }

    Optional<Run> find(UUID run) {
        return runs.find(run).await().atMost(PATIENCE);
    }

    Optional<Run> running() {
        return runs.running().await().atMost(PATIENCE);
    }

    Optional<String> half() {
        return runs.half().await().atMost(PATIENCE);
    }

    Optional<Run> last() {
        return runs.last().await().atMost(PATIENCE);
    }

    Runs.Page page(int limit, Optional<Long> below) {
        return runs.page(limit, below).await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        executor.shutdown();
        pool.closeAndAwait();
    }

    /** A process of its own, which can be killed: {@code java ... Replica url folder}. It says on what it works and ends with it. */
    public static void main(String[] arguments) {
        try (Replica replica = of(arguments[0], arguments[1], Map.of("silence-timeout", "PT2S"))) {
            System.out.println(replica.migrate().outcome());
        }
    }
}
