package dev.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged service, started as people start it: a process with environment variables. */
public final class Jar implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;
    private final Path log;
    private final int port;

    private Jar(Process process, Path output, Path log, int port) {
        this.process = process;
        this.output = output;
        this.log = log;
        this.port = port;
    }

    /**
     * @param words of the command line
     */
    public static Jar start(Map<String, String> environment, String... words) {
        try {
            int port = freePort();
            Path output = Files.createTempFile("plumbline", ".out");
            Path log = words.length == 0 ? output : Files.createTempFile("plumbline", ".log");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(
                    Stream.concat(Stream.of(java, "-jar", "target/quarkus-app/quarkus-run.jar"), Stream.of(words))
                            .toList());
            builder.environment().keySet().removeIf(name -> name.matches("(DATABASE|SUPABASE|QUARKUS|PLUMBLINE|K_).*"));
            builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
            builder.environment().putAll(environment);
            builder.redirectErrorStream(words.length == 0).redirectOutput(output.toFile());
            if (words.length > 0) {
                builder.redirectError(log.toFile());
            }
            return new Jar(builder.start(), output, log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What a command has written to its standard output. */
    public String output() {
        return read(output);
    }

    /** What it has written beside that; all that it has written if it was started with no words. */
    public String log() {
        return read(log);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url(path))));
    }

    public HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(URI.create(url(path))).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isReady() {
        return get("/q/health/ready").statusCode() == 200;
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for its end. */
    public int exitCode() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it still runs: " + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From one moment to the next, as when the machine is gone. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        process.destroy();
        exitCode();
    }
}
