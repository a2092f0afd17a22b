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

/** The packaged service, as a jar or an executable, started as people start it: a process with environment variables. */
public final class Jar implements AutoCloseable {

    private static final String ALLOWED = "Bearer " + Tokens.ofProject("service_role");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;
    private final Path log;
    private final int port;
    private final int management;

    private Jar(Process process, Path output, Path log, int port, int management) {
        this.process = process;
        this.output = output;
        this.log = log;
        this.port = port;
        this.management = management;
    }

    /**
     * @param words of the command line
     */
    public static Jar start(Map<String, String> environment, String... words) {
        try {
            int port = freePort();
            int management = freePort();
            Path output = Files.createTempFile("plumbline", ".out");
            Path log = words.length == 0 ? output : Files.createTempFile("plumbline", ".log");
            String executable = System.getProperty("executable", "");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(Stream.concat(
                            (executable.isEmpty()
                                    ? Stream.of(
                                            java,
                                            "-XX:TieredStopAtLevel=1",
                                            "-jar",
                                            "target/quarkus-app/quarkus-run.jar")
                                    : Stream.of(executable)),
                            Stream.of(words))
                    .toList());
            builder.environment().keySet().removeIf(name -> name.matches("(DATABASE|SUPABASE|QUARKUS|PLUMBLINE|K_).*"));
            builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
            builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
            builder.environment().put("SUPABASE_JWT_SECRET", Tokens.SECRET);
            builder.environment().put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
            builder.environment().putAll(environment);
            builder.redirectErrorStream(words.length == 0).redirectOutput(output.toFile());
            if (words.length > 0) {
                builder.redirectError(log.toFile());
            }
            return new Jar(builder.start(), output, log, port, management);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() throws IOException {
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

    /** Probes and metrics have a port of their own. */
    public String url(String path) {
        boolean managed = path.startsWith("/q/health") || path.startsWith("/q/metrics");
        return "http://localhost:" + (managed ? management : port) + path;
    }

    /** As somebody who may do everything. */
    public HttpResponse<String> get(String path) {
        return as(ALLOWED, "GET", path);
    }

    /** As somebody who may do everything. */
    public HttpResponse<String> post(String path) {
        return as(ALLOWED, "POST", path);
    }

    /** As somebody who may do everything. */
    public HttpResponse<String> post(String path, Map<String, String> headers) {
        var request = request("POST", path).header("Authorization", ALLOWED);
        headers.forEach(request::header);
        return send(request);
    }

    /**
     * @param authorization what the header of that name says; none if it is empty
     */
    public HttpResponse<String> as(String authorization, String method, String path) {
        var request = request(method, path).version(HttpClient.Version.HTTP_1_1);
        return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    /** What a web page can post, which shows no token. As HTTP/2, which has no Host. */
    public HttpResponse<String> from(String origin, String path) {
        return send(request("POST", path).header("Origin", origin));
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(url(path))).method(method, HttpRequest.BodyPublishers.noBody());
    }

    /** The lines of a stream that has begun, as somebody who may do everything. */
    public Stream<String> stream(String path) {
        return send(request("GET", path).header("Authorization", ALLOWED), HttpResponse.BodyHandlers.ofLines())
                .body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isLive() {
        return get("/q/health/live").statusCode() == 200;
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

    /** As Kubernetes does it first. */
    public void end() {
        process.destroy();
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
