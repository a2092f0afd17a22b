package dev.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The terminal of PostgreSQL, as people use it. */
public final class Psql {

    private Psql() {}

    /** Whether it is on the path. */
    public static boolean isInstalled() {
        try {
            return new ProcessBuilder("psql", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a script up to its first error, and tells what went wrong. */
    public static String run(TestDatabase database, String script) {
        try {
            Path file = Files.createTempFile("plan", ".sql");
            try {
                Files.writeString(file, script);
                Process process = new ProcessBuilder(
                                "psql",
                                "-X",
                                "-q",
                                "-o",
                                "/dev/null",
                                "-v",
                                "ON_ERROR_STOP=1",
                                "-f",
                                file.toString(),
                                database.url())
                        .start();
                String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
                process.waitFor();
                return errors;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
