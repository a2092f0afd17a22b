package dev.plumbline.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.Cable;
import dev.plumbline.testing.Cable.State;
import dev.plumbline.testing.Jar;
import dev.plumbline.testing.Receiver;
import dev.plumbline.testing.Until;
import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two replicas, steadily called, to which this or that happens: {@code -Dfaults} how often, {@code -Dseed} which. With
 * {@code -Dfaketime}, the path of libfaketimeMT.so.1, the clock of one is moved as well; with {@code -Dsmall}, an empty directory in a
 * small file system, that is filled to its end.
 */
class FaultsIT {

    private static final int FAULTS = Integer.getInteger("faults", 6);
    private static final long SEED = Long.getLong("seed", 1);
    private static final String CLOCK = System.getProperty("faketime", "");
    private static final String SMALL = System.getProperty("small", "");

    private static final String OPEN = "create index by_hand on public.leads (id)";
    private static final String CLOSE = "drop index public.by_hand";
    private static final Duration STEADILY = Duration.ofMillis(100);

    private final Receiver receiver = Receiver.start();
    private final Random random = new Random(SEED);
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Jar> replicas = new ArrayList<>();
    private EmbeddedPostgres server;
    private Cable cable;
    private Path clock;

    /** Of a verification, asked for and answered at these times; no verdict is none that it was answered with. */
    private record Answer(Instant asked, Instant answered, String verdict) {}

    /** What happens, and for how long. */
    private enum Fault {
        SERVER_KILLED,
        NETWORK_CUT,
        NETWORK_SILENT,
        REPLICA_KILLED,
        NETWORK_LOST,
        CLOCK_MOVED,
        DISK_FULL
    }

    @BeforeEach
    void start() throws IOException {
        var builder = EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on");
        if (!SMALL.isEmpty()) {
            builder.setDataDirectory(Path.of(SMALL, "data"));
        }
        server = builder.start();
        cable = Cable.to(server.getPort());
        clock = Files.writeString(Files.createTempFile("clock", ""), "+0");
        replicas.add(replica(Map.of()));
        replicas.add(second());
    }

    @AfterEach
    void end() throws IOException {
        replicas.forEach(Jar::close);
        cable.close();
        server.close();
        receiver.close();
    }

    private Jar replica(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL", "postgresql://postgres@localhost:" + cable.port() + "/postgres?sslmode=disable",
                "PLUMBLINE_MIGRATION_CREATE_PLATFORM", "true",
                "PLUMBLINE_VERIFICATION_TIMEOUT", "3s",
                "PLUMBLINE_WATCH_EVERY", "2s",
                "PLUMBLINE_SINKS_HOOK_TYPE", "http",
                "PLUMBLINE_SINKS_HOOK_URL", receiver.url(),
                "PLUMBLINE_SINKS_HOOK_PATHS", "index *",
                "JAVA_TOOL_OPTIONS", "-Xmx256m -XX:+ExitOnOutOfMemoryError"));
        environment.putAll(more);
        return Jar.start(environment);
    }

    /** The one that is killed, and whose clock is moved. */
    private Jar second() {
        return replica(
                CLOCK.isEmpty()
                        ? Map.of()
                        : Map.of(
                                "LD_PRELOAD",
                                CLOCK,
                                "FAKETIME_TIMESTAMP_FILE",
                                clock.toString(),
                                "FAKETIME_CACHE_DURATION",
                                "1",
                                "FAKETIME_DONT_FAKE_MONOTONIC",
                                "1"));
    }

    @Test
    void whateverHappensItRecoversAndNeverSaysMatchesOfDrift() {
        replicas.forEach(jar -> Until.isTrue(jar::isReady));
        allSay("MATCHES");
        var callers = Executors.newScheduledThreadPool(2);
        List.of(0, 1)
                .forEach(i ->
                        callers.scheduleWithFixedDelay(() -> call(i), 0, STEADILY.toMillis(), TimeUnit.MILLISECONDS));
        List<String> told = new ArrayList<>();
        Map<String, Double> before = Map.of();
        for (int i = 0; i < FAULTS; i++) {
            Fault fault = next(i);
            System.out.printf("fault %d of %d (seed %d): %s%n", i + 1, FAULTS, SEED, fault);
            boolean drifts = random.nextBoolean();
            if (drifts) {
                execute(OPEN);
            }
            Instant drifted = Instant.now();
            happens(fault);
            allSay(drifts ? "DRIFTED" : "MATCHES");
            if (drifts) {
                told.add("dev.plumbline.drift.opened");
                Until.isTrue(() -> receiver.told().equals(told));
                neverMatched(drifted, Instant.now());
                execute(CLOSE);
                told.add("dev.plumbline.drift.resolved");
                allSay("MATCHES");
                Until.isTrue(() -> receiver.told().equals(told));
            }
            before = i == 1 ? used() : before;
        }
        callers.shutdownNow();
        assertEquals(
                202,
                replicas.get(0).post("/migrations").statusCode(),
                () -> replicas.get(0).log());
        noneOfItGrows(before, used());
    }

    /** Each of them first, then whichever. */
    private Fault next(int i) {
        List<Fault> possible = new ArrayList<>(List.of(Fault.values()));
        possible.removeIf(fault -> fault == Fault.CLOCK_MOVED && CLOCK.isEmpty());
        possible.removeIf(fault -> fault == Fault.NETWORK_LOST && FAULTS <= Fault.values().length);
        possible.removeIf(fault -> fault == Fault.DISK_FULL && SMALL.isEmpty());
        return possible.get(i < possible.size() ? i : random.nextInt(possible.size()));
    }

    private void happens(Fault fault) {
        switch (fault) {
            case SERVER_KILLED -> {
                ProcessHandle.of(Long.parseLong(first("select pid from pg_stat_activity"
                                + " where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1")))
                        .orElseThrow()
                        .destroyForcibly();
                Until.isTrue(() -> first("select 1").equals("1"));
            }
            case NETWORK_CUT -> whileThe(State.CUT);
            case NETWORK_SILENT -> whileThe(State.SILENT);
            case NETWORK_LOST -> whileThe(State.LOST);
            case REPLICA_KILLED -> {
                replicas.get(1).kill();
                replicas.set(1, second());
                Until.isTrue(replicas.get(1)::isReady);
            }
            case CLOCK_MOVED -> {
                write(clock, random.nextBoolean() ? "+3d" : "-3d");
                answeredOnceMore();
                write(clock, "+0");
            }
            case DISK_FULL -> {
                Path ballast = Path.of(SMALL, "ballast");
                fill(ballast);
                answeredOnceMore();
                ballast.toFile().delete();
            }
        }
    }

    /** Until both have noticed. */
    private void whileThe(State state) {
        cable.is(state);
        try {
            allSay("UNKNOWN");
        } finally {
            cable.is(State.WHOLE);
        }
    }

    private void answeredOnceMore() {
        Instant now = Instant.now();
        Until.isTrue(() ->
                answers.stream().filter(answer -> answer.asked().isAfter(now)).count() > 50);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path file) {
        try (var out = Files.newOutputStream(file)) {
            byte[] block = new byte[1 << 16];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertTrue(file.toFile().length() > 0, e::toString);
        }
    }

    private void call(int replica) {
        Instant asked = Instant.now();
        String verdict = verdict(replicas.get(replica));
        answers.add(new Answer(asked, Instant.now(), verdict));
    }

    /** Empty if there is no answer: it may have been killed just now. */
    private static String verdict(Jar jar) {
        try {
            return JsonPath.from(jar.get("/schema/verification").body()).getString("verdict");
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    private void allSay(String verdict) {
        replicas.forEach(jar -> Until.isTrue(() -> verdict(jar).equals(verdict)));
    }

    private void neverMatched(Instant from, Instant to) {
        List<Answer> meanwhile = answers.stream()
                .filter(answer ->
                        answer.asked().isAfter(from) && answer.answered().isBefore(to))
                .toList();
        assertTrue(meanwhile.stream().anyMatch(answer -> answer.verdict().equals("DRIFTED")), meanwhile::toString);
        assertEquals(
                List.of(),
                meanwhile.stream()
                        .filter(answer -> "MATCHES".equals(answer.verdict()))
                        .toList());
    }

    /** Of the one that is never killed. */
    private Map<String, Double> used() {
        String metrics = replicas.get(0).get("/q/metrics").body();
        return Map.of(
                "threads", metric(metrics, "jvm_threads_live_threads"),
                "open files", metric(metrics, "process_files_open_files"),
                "connections",
                        Double.parseDouble(
                                first("select count(*) from pg_stat_activity where backend_type = 'client backend'")));
    }

    private static double metric(String metrics, String name) {
        var line = Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        assertTrue(line.find(), () -> name + " is not in " + metrics);
        return Double.parseDouble(line.group(1));
    }

    /** But for what a pool may keep. */
    private static void noneOfItGrows(Map<String, Double> before, Map<String, Double> after) {
        System.out.printf("before %s, after %s%n", before, after);
        before.forEach((what, count) -> assertTrue(after.get(what) <= count + 20, what + ": " + before + after));
    }

    private void execute(String sql) {
        first(sql + " /* returns nothing */; select 1");
    }

    /** Beside the cable. */
    private String first(String sql) {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            boolean isRows = statement.execute(sql);
            if (!isRows) {
                assertTrue(statement.getMoreResults(), sql);
            }
            try (var rows = statement.getResultSet()) {
                assertTrue(rows.next(), sql);
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
