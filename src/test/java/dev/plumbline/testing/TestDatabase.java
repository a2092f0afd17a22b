package dev.plumbline.testing;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Stamp;
import dev.plumbline.connection.Sql;
import dev.plumbline.contract.Contract;
import dev.plumbline.contract.ContractFile;
import dev.plumbline.migration.MigrationConfig;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Unkept;
import dev.plumbline.migration.WithoutUndo;
import dev.plumbline.schema.Schema;
import dev.plumbline.verification.Inventory;
import dev.plumbline.verification.Memory;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.Verification;
import dev.plumbline.verification.VerificationConfig;
import dev.plumbline.verification.Verifier;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.internal.scanner.Scanner;
import org.postgresql.ds.PGSimpleDataSource;

/** One test case's database, and the parts of the house on top of it, without Quarkus. */
public final class TestDatabase implements AutoCloseable {

    /** Of this build. */
    public static final Contract CONTRACT = ContractFile.resource();

    private static final Map<String, String> PLACEHOLDERS = placeholders();

    static {
        // What the first Uni of a JVM sets up is not made for two first ones.
        Uni.createFrom().item(() -> "made").await().indefinitely();
    }

    private final TestServer server;
    private final String name;
    private Pool pool;
    private final Map<Contract, Verifier> verifiers = new IdentityHashMap<>();

    TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** As a user would write it. */
    public String url() {
        return server.url(name);
    }

    /** As another user would write it, see {@link TestServer#url(String, String)}. */
    public String url(String as) {
        return server.url(as, name);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(name));
    }

    public void execute(String sql) {
        server.execute(name, sql);
    }

    /** As another role, which needs no password. */
    public void executeAs(String role, String sql) {
        server.execute(role, name, sql);
    }

    /** The first column of each row, as text. */
    public List<String> rows(String query) {
        return server.query(name, query);
    }

    /** From here on the database is as good as gone, for everybody. */
    public void refuseConnections() {
        server.execute("postgres", "alter database " + name + " allow_connections false");
        server.execute(
                "postgres", "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    public void allowConnections() {
        server.execute("postgres", "alter database " + name + " allow_connections true");
    }

    public Pool pool() {
        if (pool == null) {
            pool = pool(url());
        }
        return pool;
    }

    private static Pool pool(String url) {
        return Pools.of(4, PgConnectOptions.fromUri(url));
    }

    public FluentConfiguration flyway() {
        return flyway(server.jdbcUrl(name));
    }

    /** As another role, which needs no password. */
    public FluentConfiguration flywayAs(String role) {
        return flyway(server.jdbcUrl(role, name));
    }

    private static FluentConfiguration flyway(String url) {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        var flyway = Flyway.configure()
                .dataSource(source)
                .defaultSchema("plumbline")
                .cleanDisabled(true)
                .validateMigrationNaming(true)
                .placeholders(PLACEHOLDERS);
        return at("classpath:db/migration", flyway);
    }

    /** The same with the scripts that are elsewhere. */
    public static FluentConfiguration at(String location, FluentConfiguration flyway) {
        flyway.locations(location);
        return flyway.resourceProvider(
                new WithoutUndo(new Scanner<>(JavaMigration.class, flyway, flyway.getLocations())));
    }

    /** As application.properties gives them to the service. */
    private static Map<String, String> placeholders() {
        var properties = new Properties();
        try (InputStream in = Sql.stream("application.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String prefix = "quarkus.flyway.placeholders.";
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(
                        name -> name.substring(prefix.length()).replace("\"", ""), properties::getProperty));
    }

    /** Everything that is there, whatever it belongs to. */
    public Schema everything() {
        return everything(pool());
    }

    /** The same as another role sees it, which before the first migration is the owner to whom the rest is others'. */
    public Schema everythingAs(String role) {
        Pool its = pool(url(role));
        try {
            return everything(its);
        } finally {
            its.closeAndAwait();
        }
    }

    private static Schema everything(Pool pool) {
        return new Schema(new Inventory(pool, config(VerificationConfig.class, "plumbline.verification"))
                .objects(Optional.empty(), object -> true)
                .await()
                .indefinitely());
    }

    public Stamp stamp() {
        return pool().withConnection(new Catalog(Duration.ofSeconds(30))::stamp)
                .await()
                .indefinitely();
    }

    public Run migrate() {
        return migrate(flyway());
    }

    public Run migrate(FluentConfiguration flyway) {
        return Unkept.run(flyway, config(MigrationConfig.class, "plumbline.migration"));
    }

    public Verifier verifier(Consumer<Verification> listener) {
        return verifier(CONTRACT, listener);
    }

    public Verifier verifier(Contract contract, Consumer<Verification> listener) {
        return verifier(pool(), contract, listener);
    }

    private static Verifier verifier(Pool pool, Contract contract, Consumer<Verification> listener) {
        return new Verifier(
                pool,
                contract,
                config(VerificationConfig.class, "plumbline.verification"),
                Clock.systemUTC(),
                Memory.NONE,
                listener);
    }

    public Report verify() {
        return verify(CONTRACT);
    }

    /** By one and the same verifier, as a service does it: what that has seen it reads again only if something has changed. */
    public Report verify(Contract contract) {
        return verifiers
                .computeIfAbsent(contract, its -> verifier(its, verification -> {}))
                .verify()
                .await()
                .indefinitely();
    }

    /** As another role, which needs no password. */
    public Report verifyAs(String role) {
        Pool its = pool(url(role));
        try {
            return verifier(its, CONTRACT, verification -> {}).verify().await().indefinitely();
        } finally {
            its.closeAndAwait();
        }
    }

    private static <T> T config(Class<T> type, String prefix) {
        return new SmallRyeConfigBuilder().withMapping(type, prefix).build().getConfigMapping(type, prefix);
    }

    /** Ends all connections of the pool, so that the database can be copied. */
    public void disconnect() {
        verifiers.clear();
        if (pool != null) {
            pool.closeAndAwait();
            pool = null;
        }
    }

    @Override
    public void close() {
        disconnect();
        server.drop(name);
    }
}
