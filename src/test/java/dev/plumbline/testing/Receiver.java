package dev.plumbline.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A webhook that behaves as it is told. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Mood mood = Mood.WELL;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    /** How it answers. */
    public enum Mood {
        WELL,
        WITH_500,
        /** With status 429, and the wish to be left alone for ten minutes. */
        BUSY,
        /** Never. */
        NOT,
        /** With half a status line. */
        CUT_OFF,
        /** With status 200, and the rest of the answer never. */
        SLOWLY
    }

    /** A message, and whether its sender was told that it had arrived. */
    public record Received(Instant at, Map<String, List<String>> headers, String body, boolean accepted) {

        public JsonPath json() {
            return JsonPath.from(body);
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .map(header -> header.getValue().get(0))
                    .orElse("");
        }
    }

    public static Receiver start() {
        try {
            var receiver = new Receiver(HttpServer.create(new InetSocketAddress("localhost", 0), 0));
            receiver.server.setExecutor(receiver.threads);
            receiver.server.createContext("/", receiver::receive);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        Mood now = mood;
        Instant at = Instant.now();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(
                at, Map.copyOf(exchange.getRequestHeaders()), body, now == Mood.WELL || now == Mood.SLOWLY));
        switch (now) {
            case WELL -> answer(exchange, 204);
            case WITH_500 -> answer(exchange, 500);
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "600");
                answer(exchange, 429);
            }
            case NOT -> await();
            case CUT_OFF -> exchange.close();
            case SLOWLY -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
                await();
                exchange.close();
            }
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void await() {
        try {
            end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void answers(Mood how) {
        mood = how;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook/s3cr3t";
    }

    /** All that has come, also what it has not accepted. */
    public List<Received> received() {
        return received;
    }

    /** What it has accepted. */
    public List<Received> accepted() {
        return received.stream().filter(Received::accepted).toList();
    }

    /** What it has accepted of drift. */
    public List<Received> drift() {
        return accepted().stream()
                .filter(message -> message.json().getString("type").contains("drift"))
                .toList();
    }

    /** The types of that, each message once. */
    public List<String> told() {
        Map<String, String> types = new LinkedHashMap<>();
        drift().forEach(message ->
                types.putIfAbsent(message.json().getString("id"), message.json().getString("type")));
        return List.copyOf(types.values());
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
