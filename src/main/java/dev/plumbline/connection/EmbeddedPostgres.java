package dev.plumbline.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A PostgreSQL of our own, for development only: the library behind it is not in the package.
 *
 * <p>The build of dev mode starts it, for only the build knows that it is for dev mode before the service begins. It is
 * kept in a system property, which unlike a static field outlives the class loader of a live reload. It ends with the JVM.
 */
final class EmbeddedPostgres {

    private static final String RUNNING = "plumbline.embedded.url";

    private EmbeddedPostgres() {}

    /** Where it is, if it has been started. */
    static Optional<String> url() {
        return Optional.ofNullable(System.getProperty(RUNNING));
    }

    /** Starts it, unless it runs already. */
    static void start() {
        System.getProperties().computeIfAbsent(RUNNING, key -> launch());
    }

    private static String launch() {
        try {
            // The server's own shutdown hook holds on to it.
            var server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .start();
            return "postgresql://postgres@localhost:" + server.getPort() + "/postgres?sslmode=disable";
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
        }
    }
}
