package dev.plumbline.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the JVM image, run beside a container. */
class DockerfileIT {

    private static final Path DOCKERFILE = Path.of("src", "main", "docker", "Dockerfile.jvm");
    private static final Path PACKAGE = Path.of("target", "quarkus-app");

    /** The first JDK that makes an AOT cache in one step (JEP 514). */
    private static final int WITH_AOT_CACHE = 25;

    private static final int UNREACHABLE = 4;

    @TempDir
    Path image;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(PACKAGE)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, image.resolve(PACKAGE.relativize(file)));
            }
        }
    }

    private static String instruction(String name) throws IOException {
        List<String> lines = Files.readAllLines(DOCKERFILE).stream()
                .filter(line -> line.startsWith(name + " "))
                .toList();
        assertEquals(1, lines.size(), name);
        return lines.get(0).substring(name.length() + 1);
    }

    /** By the JDK of the tests; an older one ignores what it does not know. */
    private int exitCode(List<String> command, Path output) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(image.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(DATABASE|SUPABASE|QUARKUS|PLUMBLINE|K_).*"));
        builder.environment()
                .put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:+IgnoreUnrecognizedVMOptions");
        builder.environment().put("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none");
        builder.environment().put("PLUMBLINE_DATABASE_WAIT_TIMEOUT", "1s");
        Process process = builder.redirectOutput(output.toFile()).start();
        try {
            assertEquals(true, process.waitFor(5, TimeUnit.MINUTES));
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> entrypoint() throws IOException {
        String[] words = new ObjectMapper().readValue(instruction("ENTRYPOINT"), String[].class);
        return Stream.concat(Stream.of(words), Stream.of("verify")).toList();
    }

    @Test
    void theEntrypointRunsACommandThatSaysByItsExitCodeThatThereIsNoDatabase(@TempDir Path logs) throws Exception {
        Path output = logs.resolve("output");
        assertEquals(UNREACHABLE, exitCode(entrypoint(), output), () -> read(output));
    }

    @Test
    void theCacheThatIsMadeInTheImageIsUsedInTheImage(@TempDir Path logs) throws Exception {
        assumeTrue(Runtime.version().feature() >= WITH_AOT_CACHE);
        Path output = logs.resolve("output");
        assertEquals(0, exitCode(List.of("sh", "-c", instruction("RUN")), output), () -> read(output));
        assertEquals(UNREACHABLE, exitCode(entrypoint(), output), () -> read(output));
        assertFalse(read(output).contains("Unable to use AOT cache"), () -> read(output));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
