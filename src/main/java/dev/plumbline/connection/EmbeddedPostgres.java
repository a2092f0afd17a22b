package dev.plumbline.connection;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A PostgreSQL of our own, for development only: the library behind it is not in the package.
 *
 * <p>It is kept in a system property, which unlike a static field outlives the class loader of a live reload. It ends
 * with the JVM.
 */
final class EmbeddedPostgres {

    private static final String RUNNING = "plumbline.embedded.url";

    private EmbeddedPostgres() {}

    /** The launch mode is not known yet when the way in looks for the database, but by then the build has started it. */
    static boolean isRunning() {
        return System.getProperties().containsKey(RUNNING);
    }

    static String url() {
        synchronized (System.getProperties()) {
            return (String) System.getProperties().computeIfAbsent(RUNNING, key -> start());
        }
    }

    private static String start() {
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
