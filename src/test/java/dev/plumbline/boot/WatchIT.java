package dev.plumbline.boot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.testing.Jar;
import dev.plumbline.testing.Receiver;
import dev.plumbline.testing.Receiver.Mood;
import dev.plumbline.testing.Receiver.Received;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service watches: whoever wants to know is told, whatever happens to its processes. */
class WatchIT {

    private static final String OPEN = "create index by_hand on public.leads (id)";
    private static final String CLOSE = "drop index public.by_hand";
    private static final String OPENED = "dev.plumbline.drift.opened";
    private static final String RESOLVED = "dev.plumbline.drift.resolved";

    private final Receiver receiver = Receiver.start();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestServer.ofDefaultMajor().database();
    }

    @AfterEach
    void drop() {
        receiver.close();
        database.close();
    }

    private Jar start(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL", database.url(),
                "PLUMBLINE_WATCH_EVERY", "0",
                "PLUMBLINE_SINKS_HOOK_TYPE", "http",
                "PLUMBLINE_SINKS_HOOK_URL", receiver.url(),
                "PLUMBLINE_SINKS_HOOK_TIMEOUT", "2s",
                "PLUMBLINE_SINKS_HOOK_PATHS", "policy *,index *"));
        environment.putAll(more);
        return Jar.start(environment);
    }

    private void awaitListeners(int count) {
        Until.isTrue(() -> database.rows("select count(*) from pg_stat_activity where query = 'listen plumbline_ddl'"
                        + " and datname = current_database()")
                .equals(List.of(Integer.toString(count))));
    }

    @Test
    void aDroppedPolicyIsToldAtOnceWithWhoDidItAndHow() {
        try (Jar jar = start(Map.of())) {
            Until.isTrue(jar::isReady);
            Until.isTrue(() -> jar.log().contains("who changes the schema is written down"));
            awaitListeners(1);
            Until.isTrue(() -> jar.log().contains("verdict MATCHES"));
            database.execute(OPEN);
            Until.isTrue(() -> receiver.drift().size() == 1);
            database.execute("set application_name = 'by hand'; drop policy leads_delete on public.leads");
            Instant committed = Instant.now();
            Until.isTrue(() -> receiver.drift().size() == 2);
            Received message = receiver.drift().get(1);
            assertThat(Duration.between(committed, message.at()), lessThan(Duration.ofSeconds(1)));
            var by = message.json();
            assertEquals("postgres", by.getString("data.difference.by[0].role"));
            assertEquals("by hand", by.getString("data.difference.by[0].application"));
            assertThat(
                    by.getString("data.difference.by[0].statement"),
                    containsString("drop policy leads_delete on public.leads"));
            assertThat(jar.log(), not(containsString("s3cr3t")));
        }
    }

    @Test
    void aSinkThatCannotBeToldIsNamedInTheLogOnceAndWhenItIsToldAgain() {
        receiver.answers(Mood.WITH_500);
        try (Jar jar = start(Map.of())) {
            Until.isTrue(() -> jar.log().contains("who changes the schema is written down"));
            awaitListeners(1);
            Until.isTrue(() -> jar.log().contains("verdict MATCHES"));
            database.execute(OPEN);
            Until.isTrue(() -> receiver.received().size() > 2);
            receiver.answers(Mood.WELL);
            Until.isTrue(() -> jar.log().contains("the sink hook is told again"));
            assertEquals(1, jar.log().split("the sink hook cannot be told, and is tried again: ", -1).length - 1);
        }
    }

    @Test
    void whoeverIsKilledWhateverIsAnsweredEachTransitionIsToldInOrderUnderOneId() {
        int rounds = 6;
        // What nobody hears of at once, because it was killed, is found at the next tick.
        Map<String, String> often = Map.of("PLUMBLINE_WATCH_EVERY", "5s");
        List<Jar> replicas = new ArrayList<>(List.of(start(often), start(often)));
        try {
            replicas.forEach(jar -> Until.isTrue(jar::isReady));
            awaitListeners(2);
            for (int i = 0; i < rounds; i++) {
                receiver.answers(List.of(Mood.WITH_500, Mood.WELL, Mood.NOT).get(i % 3));
                database.execute(OPEN);
                awaitEvents(2 * i + 1);
                replicas.remove(0).kill();
                database.execute(CLOSE);
                awaitEvents(2 * i + 2);
                replicas.add(start(often));
                Until.isTrue(replicas.get(1)::isReady);
                awaitListeners(2);
            }
            receiver.answers(Mood.WELL);
            Until.isTrue(() -> receiver.told().size() == 2 * rounds);
            assertEquals(
                    IntStream.range(0, rounds)
                            .boxed()
                            .flatMap(i -> List.of(OPENED, RESOLVED).stream())
                            .toList(),
                    receiver.told());
            Until.isTrue(() -> database.rows("select count(*) from plumbline.delivery where state <> 'DELIVERED'")
                    .equals(List.of("0")));
        } finally {
            replicas.forEach(Jar::close);
        }
    }

    private void awaitEvents(int count) {
        Until.isTrue(() -> database.rows("select count(*) from plumbline.event where type like '%drift%'")
                .equals(List.of(Integer.toString(count))));
    }

    @Test
    void aThousandChangesAreFewVerificationsAndTheirEndIsNotMissed() {
        try (Jar jar = start(Map.of())) {
            Until.isTrue(jar::isReady);
            awaitListeners(1);
            for (int i = 0; i < 500; i++) {
                database.execute(OPEN);
                database.execute(CLOSE);
            }
            database.execute("drop policy leads_delete on public.leads");
            Until.isTrue(() -> receiver.drift().stream()
                    .anyMatch(
                            message -> message.json().getString("subject").equals("policy public.leads.leads_delete")));
            Until.isTrue(() -> database.rows("select path from plumbline.drift where resolved_at is null")
                    .equals(List.of("policy public.leads.leads_delete")));
            assertThat(
                    jar.get("/q/metrics")
                            .body()
                            .lines()
                            .filter(line -> line.startsWith("plumbline_verification_seconds_count"))
                            .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                            .sum(),
                    lessThan(300.0));
        }
    }

    @Test
    void whatOneReplicaHasSeenTheMetricsOfTheOthersTellAsWell() {
        try (Jar looking = start(Map.of("PLUMBLINE_WATCH_EVERY", "2s", "PLUMBLINE_WATCH_DDL", "off"));
                Jar other = start(Map.of("PLUMBLINE_WATCH_EVERY", "10s", "PLUMBLINE_WATCH_DDL", "off"))) {
            List.of(looking, other).forEach(jar -> Until.isTrue(() -> jar.log().contains("verdict MATCHES")));
            database.execute(OPEN);
            Until.isTrue(() -> open(other) == 1);
            database.execute(CLOSE);
            Until.isTrue(() -> open(other) == 0);
            assertThat(other.log(), not(containsString("DRIFTED")));
        }
    }

    private static double open(Jar jar) {
        return jar.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("plumbline_differences_open{"))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .sum();
    }

    @Test
    void theScheduleIsKeptByOneReplicaAndByAnotherIfThatDies() {
        Map<String, String> polling = Map.of("PLUMBLINE_WATCH_EVERY", "2s", "PLUMBLINE_WATCH_DDL", "off");
        List<Jar> replicas = new ArrayList<>(List.of(start(polling), start(polling)));
        try {
            replicas.forEach(jar -> Until.isTrue(jar::isReady));
            for (String change : List.of(OPEN, CLOSE)) {
                database.execute(change);
                Until.isTrue(
                        () -> !receiver.told().isEmpty() && receiver.told().size() == (change.equals(OPEN) ? 1 : 2));
                if (change.equals(OPEN)) {
                    replicas.remove(0).kill();
                }
            }
            assertEquals(List.of(OPENED, RESOLVED), receiver.told());
            assertEquals(
                    Set.of(OPENED, RESOLVED),
                    Set.copyOf(database.rows("select type from plumbline.event where type like '%drift%'")));
        } finally {
            replicas.forEach(Jar::close);
        }
    }
}
