package dev.plumbline.testing;

import dev.plumbline.connection.Sql;
import dev.plumbline.migration.Run;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** A PostgreSQL that all tests of a JVM share; each test case has a database of its own. It ends with the JVM. */
public final class TestServer {

    /** The major of the server on the class path, in whose words the contract is written. */
    public static final int DEFAULT_MAJOR = 17;

    private static final Map<Integer, TestServer> SERVERS = new ConcurrentHashMap<>();
    private static final String IMAGE = System.getProperty("container", "");
    private static final String MAINTENANCE = "postgres";
    private static final String TEMPLATE = "platform";
    private static final int PORT = 5432;

    /** To make a database takes a fifth of the time here. In a container there are often no more than 64 MB of it. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ENOUGH_MEMORY = 4L << 30;

    private final int major;
    private final String login;
    private final String place;
    private final AtomicInteger databases = new AtomicInteger();
    private TestDatabase migrated;

    private TestServer(int major, String login, String place) {
        this.major = major;
        this.login = login;
        this.place = place;
        execute(MAINTENANCE, "create database " + TEMPLATE);
        execute(TEMPLATE, Sql.resource("platform/supabase.sql"));
    }

    /** The servers of the majors that this build is about. */
    public static Stream<TestServer> ofEachMajor() {
        return Arrays.stream(System.getProperty("majors", "" + DEFAULT_MAJOR).split(","))
                .map(major -> of(Integer.parseInt(major)));
    }

    /** The same cases on each of them. */
    public static Stream<DynamicNode> onEachMajor(Function<TestServer, Stream<? extends DynamicNode>> cases) {
        return ofEachMajor()
                .map(server -> DynamicContainer.dynamicContainer("PostgreSQL " + server.major(), cases.apply(server)));
    }

    public static TestServer ofDefaultMajor() {
        return of(DEFAULT_MAJOR);
    }

    /** The server of one major. */
    public static TestServer of(int major) {
        return SERVERS.computeIfAbsent(major, IMAGE.isEmpty() ? TestServer::embedded : TestServer::contained);
    }

    private static TestServer embedded(int major) {
        var builder = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "off")
                .setServerConfig("max_wal_size", "128MB");
        if (major != DEFAULT_MAJOR) {
            builder.setPgBinaryResolver((system, machine) -> binaries(major));
        }
        try {
            if (MEMORY.toFile().getUsableSpace() > ENOUGH_MEMORY) {
                builder.setDataDirectory(Files.createTempDirectory(MEMORY, "plumbline"));
            }
            return new TestServer(
                    major, "postgres", "localhost:" + builder.start().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL " + major + " does not start", e);
        }
    }

    private static InputStream binaries(int major) throws IOException {
        Path jar;
        try (var jars = Files.list(Path.of("target", "postgresql", Integer.toString(major)))) {
            jar = jars.findFirst().orElseThrow();
        }
        JarFile file = new JarFile(jar.toFile());
        return file.getInputStream(file.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow());
    }

    /** Testcontainers takes the container away when the JVM ends. */
    @SuppressWarnings("resource")
    private static TestServer contained(int major) {
        var container = new GenericContainer<>(IMAGE)
                .withEnv("POSTGRES_PASSWORD", "postgres")
                .withExposedPorts(PORT)
                .waitingFor(Wait.forListeningPort());
        container.start();
        String superuser = IMAGE.startsWith("supabase/") ? "supabase_admin" : "postgres";
        return new TestServer(
                major, superuser + ":postgres", container.getHost() + ":" + container.getMappedPort(PORT));
    }

    /** A new database with nothing in it but what the platform provides. */
    public TestDatabase database() {
        return create(TEMPLATE);
    }

    /** A new database as PostgreSQL makes it. The platform's roles are there, for they belong to the server. */
    public TestDatabase emptyDatabase() {
        return create("template0");
    }

    /** A new database in which the bundled migrations have run, once for all of this server. */
    public synchronized TestDatabase migrated() {
        if (migrated == null) {
            TestDatabase database = database();
            Run run = database.migrate();
            if (run.failure().isPresent()) {
                throw new IllegalStateException(run.failure().get().message());
            }
            migrated = database;
        }
        return copy(migrated);
    }

    /** A new database with all that another one has. Nobody may be connected to that one. */
    public TestDatabase copy(TestDatabase original) {
        return create(original.name());
    }

    /** PostgreSQL copies what is in a database, but not what is set for it. */
    private TestDatabase create(String template) {
        String name = "case_" + databases.incrementAndGet();
        execute(MAINTENANCE, "create database " + name + " template " + template);
        execute(MAINTENANCE, "alter database " + name + " set search_path = \"$user\", public, extensions");
        return new TestDatabase(this, name);
    }

    void drop(String database) {
        execute(MAINTENANCE, "drop database " + database + " with (force)");
    }

    public int major() {
        return major;
    }

    /** As a user would write it. */
    public String url(String database) {
        return url(login, database);
    }

    /**
     * As another user would write it.
     *
     * @param as the user, and after a colon the password, if need be
     */
    public String url(String as, String database) {
        return "postgresql://" + as + "@" + place + "/" + database + "?sslmode=disable";
    }

    void execute(String database, String sql) {
        execute(login, database, sql);
    }

    void execute(String as, String database, String sql) {
        try (var connection = DriverManager.getConnection(jdbcUrl(as, database));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
        }
    }

    List<String> query(String database, String query) {
        try (var connection = DriverManager.getConnection(jdbcUrl(database));
                var rows = connection.createStatement().executeQuery(query)) {
            var first = new ArrayList<String>();
            while (rows.next()) {
                first.add(rows.getString(1));
            }
            return first;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + " in: " + query, e);
        }
    }

    String jdbcUrl(String database) {
        return jdbcUrl(login, database);
    }

    String jdbcUrl(String as, String database) {
        String[] user = as.split(":", 2);
        return "jdbc:postgresql://" + place + "/" + database + "?sslmode=disable&user=" + user[0]
                + (user.length == 2 ? "&password=" + user[1] : "");
    }
}
