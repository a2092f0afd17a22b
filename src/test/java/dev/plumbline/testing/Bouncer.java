package dev.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A PgBouncer in front of a test database, where there is one on the path. */
public final class Bouncer implements AutoCloseable {

    private final Process process;
    private final String url;

    private Bouncer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    public static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .anyMatch(Files::isExecutable);
    }

    /**
     * @param mode session or transaction
     */
    public static Bouncer of(TestDatabase database, String mode) {
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory(
                    "bouncer", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            String place = database.url().replaceFirst(".*@([^/]*)/.*", "$1");
            String[] server = place.split(":");
            Path settings =
                    Files.writeString(folder.resolve("pgbouncer.ini"), """
                    [databases]
                    * = host=%s port=%s user=postgres
                    [pgbouncer]
                    listen_addr = localhost
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = any
                    pool_mode = %s
                    ignore_startup_parameters = extra_float_digits
                    """.formatted(server[0], server[1], port, mode));
            Process process = new ProcessBuilder(command(settings))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            return new Bouncer(process, database.url().replace(place, "localhost:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It refuses to be root. */
    private static List<String> command(Path settings) {
        return System.getProperty("user.name").equals("root")
                ? List.of("pgbouncer", "-u", "nobody", settings.toString())
                : List.of("pgbouncer", settings.toString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The database's, through the pooler. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Until.isTrue(() -> !process.isAlive());
    }
}
