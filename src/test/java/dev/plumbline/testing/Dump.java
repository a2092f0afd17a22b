package dev.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pg_dump says of a schema: another observer, who reads the catalog with queries of his own. */
public final class Dump {

    private static final Optional<Integer> MAJOR = installed();

    private Dump() {}

    /** Whether there is one on the path, and not older than the server: it refuses to read a newer one. */
    public static boolean reads(TestServer server) {
        return MAJOR.filter(major -> major >= server.major()).isPresent();
    }

    /** The whole schema as SQL. */
    public static String schema(TestDatabase database) {
        // The lines that keep psql from reading further commands hold a random word.
        return run("pg_dump", "--schema-only", database.url())
                .lines()
                .filter(line -> !line.startsWith("\\"))
                .reduce("", (text, line) -> text + line + "\n");
    }

    private static Optional<Integer> installed() {
        try {
            Matcher version = Pattern.compile("\\) (\\d+)").matcher(run("pg_dump", "--version"));
            return version.find() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Arrays.toString(command) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
