package dev.plumbline.publication;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.ledger.DeadLetter;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.testing.Receiver;
import dev.plumbline.testing.Receiver.Mood;
import dev.plumbline.testing.Receiver.Received;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever wants to be told is told each transition, in order, whatever he answers and whoever dies. */
class PublicationTest {

    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
    private static final String OPEN = "create table public.by_hand (id integer)";
    private static final String CLOSE = "drop table public.by_hand";

    private final Receiver receiver = Receiver.start();
    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestServer.ofDefaultMajor().migrated();
        LedgerTables.create(database.flyway());
    }

    @AfterEach
    void drop() {
        receiver.close();
        database.close();
    }

    private Watcher watcher(String... more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("hook.type", "http", "hook.url", receiver.url(), "hook.timeout", "PT10S"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return Watcher.of(database, settings);
    }

    private void change(Watcher watcher, String sql) {
        database.execute(sql);
        watcher.verify();
    }

    private static List<String> types(List<Received> messages) {
        return messages.stream()
                .map(message -> message.json().getString("type"))
                .toList();
    }

    @Test
    void aTransitionArrivesAsACloudEventWithWhatDiffers() {
        try (Watcher watcher = watcher("hook.headers.authorization", "Bearer s3cr3t")) {
            change(watcher, OPEN);
            watcher.publish();
            Received message = receiver.accepted().get(0);
            assertThat(message.header("Content-Type"), containsString("application/cloudevents+json"));
            assertEquals("Bearer s3cr3t", message.header("Authorization"));
            JsonPath event = message.json();
            assertEquals("1.0", event.getString("specversion"));
            assertEquals("dev.plumbline.drift.opened", event.getString("type"));
            assertEquals("/plumbline", event.getString("source"));
            assertEquals("table public.by_hand", event.getString("subject"));
            assertEquals("security", event.getString("severity"));
            assertEquals("unexpected", event.getString("data.difference.change"));
            EventSchema.check(message.body());
        }
    }

    @Test
    void aMessageIsSignedAsStandardWebhooksSays() throws Exception {
        try (Watcher watcher = watcher("hook.secret", SECRET)) {
            change(watcher, OPEN);
            watcher.publish();
            Received message = receiver.accepted().get(0);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[24], "HmacSHA256"));
            String signed =
                    message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.body();
            assertEquals(
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))),
                    message.header("webhook-signature"));
            assertEquals(message.json().getString("id"), message.header("webhook-id"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"WITH_500", "NOT", "CUT_OFF"})
    void whatDoesNotArriveIsSentAgainUnderTheSameIdBeforeWhatComesLater(Mood mood) {
        try (Watcher watcher = watcher("hook.timeout", "PT2S")) {
            receiver.answers(mood);
            change(watcher, OPEN);
            watcher.publish();
            change(watcher, CLOSE);
            watcher.publish();
            assertEquals(
                    List.of("dev.plumbline.drift.opened"),
                    types(receiver.received()).stream().distinct().toList());
            receiver.answers(Mood.WELL);
            publishUntil(2, watcher);
            assertEquals(
                    List.of("dev.plumbline.drift.opened", "dev.plumbline.drift.resolved"), types(receiver.accepted()));
            assertEquals(
                    2,
                    receiver.received().stream()
                            .map(message -> message.json().getString("id"))
                            .distinct()
                            .count());
        }
    }

    private void publishUntil(int arrived, Watcher... watchers) {
        Until.isTrue(() -> {
            Arrays.stream(watchers).forEach(Watcher::publish);
            return receiver.accepted().size() >= arrived;
        });
    }

    @Test
    void aReceiverThatHasSaid200MayTakeItsTimeForTheRest() {
        try (Watcher watcher = watcher()) {
            receiver.answers(Mood.SLOWLY);
            change(watcher, OPEN);
            watcher.publish();
            watcher.publish();
            assertEquals(1, receiver.received().size());
            assertEquals(List.of("DELIVERED"), database.rows("select state from plumbline.delivery"));
        }
    }

    @Test
    void whatAReplicaWasAboutToSendWhenItDiedAnotherSends() {
        try (Watcher dead = watcher();
                Watcher other = watcher()) {
            change(dead, OPEN);
            assertEquals(
                    1,
                    dead.outbox()
                            .claim("hook", 10, Duration.ofMillis(500))
                            .await()
                            .indefinitely()
                            .size());
            other.publish();
            assertEquals(List.of(), receiver.received());
            publishUntil(1, other);
            assertEquals(
                    List.of("2 DELIVERED"), database.rows("select attempts || ' ' || state from plumbline.delivery"));
        }
    }

    @Test
    void twoReplicasTellEachTransitionInOrderAndUnderOneId() {
        int rounds = 5;
        try (Watcher one = watcher();
                Watcher other = watcher()) {
            for (int i = 0; i < rounds; i++) {
                receiver.answers(i % 2 == 0 ? Mood.WITH_500 : Mood.WELL);
                for (String sql : List.of(OPEN, CLOSE)) {
                    database.execute(sql);
                    CompletableFuture.allOf(
                                    CompletableFuture.runAsync(() -> verifyAndPublish(one)),
                                    CompletableFuture.runAsync(() -> verifyAndPublish(other)))
                            .join();
                }
            }
            receiver.answers(Mood.WELL);
            publishUntil(2 * rounds, one, other);
            List<String> expected = IntStream.range(0, rounds)
                    .boxed()
                    .flatMap(i -> List.of("dev.plumbline.drift.opened", "dev.plumbline.drift.resolved").stream())
                    .toList();
            assertEquals(expected, types(receiver.accepted()));
            assertEquals(2 * rounds, ids(receiver.accepted()).size());
        }
    }

    private static void verifyAndPublish(Watcher watcher) {
        watcher.verify();
        watcher.publish();
    }

    private static List<String> ids(List<Received> messages) {
        return messages.stream()
                .map(message -> message.json().getString("id"))
                .distinct()
                .toList();
    }

    @Test
    void whatIsGivenUpIsADeadLetterAndKeepsNothingElseBack() {
        try (Watcher watcher = watcher("hook.give-up-after", "PT0S")) {
            receiver.answers(Mood.WITH_500);
            change(watcher, OPEN);
            watcher.publish();
            receiver.answers(Mood.WELL);
            change(watcher, CLOSE);
            watcher.publish();
            assertEquals(List.of("dev.plumbline.drift.resolved"), types(receiver.accepted()));
            List<DeadLetter> dead =
                    watcher.outbox().deadLetters(10, Optional.empty()).await().indefinitely();
            assertEquals(1, dead.size());
            assertEquals("it answered 500", dead.get(0).error());
            assertThat(dead.toString(), not(containsString("s3cr3t")));
            assertEquals(
                    "hook 0 waiting, 1 dead",
                    watcher.outbox().backlog(List.of("hook")).await().indefinitely().stream()
                            .map(backlog ->
                                    backlog.sink() + " " + backlog.waiting() + " waiting, " + backlog.dead() + " dead")
                            .collect(Collectors.joining()));
        }
    }

    @Test
    void aSinkIsToldOfWhatItAsksForOnly() {
        try (Watcher watcher = watcher("hook.severity", "security", "hook.paths", "index *,*.leads_delete")) {
            database.execute("drop policy leads_delete on public.leads; drop index public.leads_metadata_idx;"
                    + " drop policy leads_select on public.leads");
            watcher.verify();
            watcher.publish();
            assertEquals(
                    List.of("policy public.leads.leads_delete"),
                    receiver.accepted().stream()
                            .map(message -> message.json().getString("subject"))
                            .toList());
        }
    }

    @Test
    void peopleAreToldOnceOfAllThatBecomesKnownAtOnce() {
        try (Watcher watcher = watcher("hook.type", "slack")) {
            database.execute("create table public.\"<!channel> `x` & y\ndrift resolved: all is well\" (id integer);"
                    + " create table public.other (id integer)");
            watcher.verify();
            watcher.publish();
            assertEquals(1, receiver.accepted().size());
            String text = receiver.accepted().get(0).json().getString("text");
            assertThat(text, containsString("drift opened: [security] The table public.other is there"));
            assertThat(text, containsString("&lt;!channel&gt; 'x' &amp; y"));
            assertThat(text, not(containsString("<!")));
            assertThat(text, not(containsString("\ndrift resolved")));
            assertThat(text, not(containsString("`")));
            assertThat(text, containsString("<https://plumbline.example/schema/verification|"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "slack"})
    void whatComesAndGoesWithinTheQuietPeriodIsNotToldAndTheRestIs(String type) {
        try (Watcher watcher = watcher("hook.type", type, "hook.quiet", "PT3S")) {
            database.execute("create table public.other (id integer)");
            change(watcher, OPEN);
            change(watcher, CLOSE);
            change(watcher, OPEN);
            change(watcher, CLOSE);
            watcher.publish();
            assertEquals(List.of(), receiver.received());
            publishUntil(1, watcher);
            Until.isTrue(() -> {
                watcher.publish();
                return database.rows("select count(*) from plumbline.delivery where state = 'WAITING'")
                        .equals(List.of("0"));
            });
            assertEquals(1, receiver.accepted().size());
            assertThat(receiver.accepted().get(0).body(), containsString("table public.other"));
            assertThat(receiver.accepted().get(0).body(), not(containsString("by_hand")));
        }
    }

    @Test
    void whoHasBeenToldOfADifferenceIsToldThatItHasGoneHoweverOftenItComesBackMeanwhile() {
        try (Watcher watcher = watcher("hook.quiet", "PT1S")) {
            change(watcher, OPEN);
            publishUntil(1, watcher);
            for (String sql : List.of(CLOSE, OPEN, CLOSE)) {
                change(watcher, sql);
            }
            publishUntil(2, watcher);
            assertEquals(
                    List.of("dev.plumbline.drift.opened", "dev.plumbline.drift.resolved"), types(receiver.accepted()));
            assertEquals(
                    List.of("0"), database.rows("select count(*) from plumbline.delivery where state = 'WAITING'"));
        }
    }

    @Test
    void aListenerInTheDatabaseIsNotified() throws Exception {
        try (Watcher watcher = watcher("hook.type", "notify", "hook.channel", "Events");
                var connection = database.connect()) {
            connection.createStatement().execute("listen \"Events\"");
            change(watcher, OPEN);
            watcher.publish();
            var heard = connection.unwrap(org.postgresql.PGConnection.class).getNotifications(10_000);
            assertEquals(
                    "dev.plumbline.drift.opened",
                    Message.json(heard[0].getParameter()).path("type").asText());
        }
    }

    @Test
    void ofAnEventThatIsTooLongForANotificationItsIdIsTold() {
        assertEquals("{\"id\":\"7\"}", NotifySink.payload("{\"id\":\"7\",\"data\":\"" + "é".repeat(4000) + "\"}"));
    }

    @Test
    void aSettingThatMakesNoSenseIsNamedAndNotShown() {
        for (String[] wrong : List.of(
                new String[] {"hook.url", "ftp://s3cr3t.example"},
                new String[] {"hook.url", "https://not a url/s3cr3t"},
                new String[] {"hook.url", "https://user:s3cr3t@localhost"},
                new String[] {"hook.headers.authorization", "s3cr3t\n"},
                new String[] {"hook.secret", "s3cr3t-without-prefix"},
                new String[] {"hook.secret", "whsec_s3cr3t="},
                new String[] {"hook.secret", "whsec_s3cr3t!"})) {
            var refused = assertThrows(IllegalArgumentException.class, () -> watcher(wrong));
            assertTrue(refused.getMessage().contains("plumbline.sinks." + wrong[0]), refused::getMessage);
            assertThat(refused.getMessage(), not(containsString("s3cr3t")));
        }
    }

    @Test
    void whatHasFailedIsTriedAgainLaterEachTimeUpToAnHour() {
        var retry = new Retry(() -> 0);
        var waits = new ArrayList<Long>();
        for (int attempt : List.of(1, 2, 5, 13, 100)) {
            waits.add(retry.after(attempt, Duration.ZERO, Duration.ofDays(3), Duration.ZERO)
                    .orElseThrow()
                    .toSeconds());
        }
        assertEquals(List.of(1L, 2L, 16L, 3600L, 3600L), waits);
        assertEquals(Optional.empty(), retry.after(50, Duration.ofDays(3), Duration.ofDays(3), Duration.ZERO));
    }

    @Test
    void whoWantsToBeLeftAloneIsSoForUpToAnHour() {
        var retry = new Retry(() -> 0);
        Duration days = Duration.ofDays(3);
        assertEquals(Optional.of(Duration.ofMinutes(10)), retry.after(1, Duration.ZERO, days, Duration.ofMinutes(10)));
        assertEquals(Optional.of(Duration.ofHours(1)), retry.after(1, Duration.ZERO, days, days));
        assertEquals(Optional.of(Duration.ofSeconds(16)), retry.after(5, Duration.ZERO, days, Duration.ofSeconds(2)));
    }

    @Test
    void itSaysSoWithRetryAfter() {
        try (Watcher watcher = watcher()) {
            receiver.answers(Mood.BUSY);
            change(watcher, OPEN);
            watcher.publish();
            assertEquals(
                    List.of("t"),
                    database.rows("select due_at - clock_timestamp() > interval '9 min' from plumbline.delivery"));
        }
    }

    @Test
    void aSinkIsToldOfTheTypesThatItWants() {
        try (Watcher watcher = watcher(
                "hook.timeout", "PT10S", "hook.types", "dev.plumbline.migration.*,dev.plumbline.drift.resolved")) {
            change(watcher, OPEN);
            change(watcher, CLOSE);
            watcher.publish();
            assertEquals(List.of("dev.plumbline.drift.resolved"), types(receiver.accepted()));
        }
    }

    @Test
    void whatNobodySendsAnyMoreIsADeadLetterInTheEnd() {
        try (Watcher before = watcher();
                Watcher after = Watcher.of(database.url())) {
            change(before, OPEN);
            database.execute("update plumbline.delivery set at = at - interval '2 days'");
            after.ledger()
                    .forget(Instant.now().minus(Duration.ofDays(1)))
                    .await()
                    .indefinitely();
            assertEquals(List.of("WAITING"), database.rows("select state from plumbline.delivery"));
            database.execute("update plumbline.delivery set due_at = at");
            after.ledger()
                    .forget(Instant.now().minus(Duration.ofDays(1)))
                    .await()
                    .indefinitely();
            assertEquals(
                    List.of("DEAD, nobody has sent it: there is no such sink any more"),
                    database.rows("select state || ', ' || error from plumbline.delivery"));
        }
    }

    @Test
    void whoWasToldOfADifferenceIsToldHowItGoesOnThoughItIsLessSevereNow() {
        try (Watcher watcher = watcher("hook.severity", "security")) {
            change(watcher, "alter table public.leads disable row level security");
            change(watcher, "alter table public.leads enable row level security");
            change(watcher, "alter table public.leads set (fillfactor = 70)");
            change(watcher, "alter table public.leads disable row level security");
            change(watcher, "alter table public.leads enable row level security");
            change(watcher, "alter table public.leads reset (fillfactor)");
            watcher.publish();
            assertEquals(
                    List.of(
                            "dev.plumbline.drift.opened security",
                            "dev.plumbline.drift.resolved security",
                            "dev.plumbline.drift.changed security",
                            "dev.plumbline.drift.changed performance",
                            "dev.plumbline.drift.resolved performance"),
                    receiver.accepted().stream()
                            .map(message -> message.json().getString("type") + " "
                                    + message.json().getString("severity"))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "plumbline.sinks.my.team.type, is no setting of a sink",
        "plumbline.sinks.hook.sevrity, is no setting of a sink",
        "plumbline.sinks.hook, is no setting of a sink"
    })
    void whatIsNoSettingOfASinkIsRefused(String name, String problem) {
        Sinks.check(List.of(
                "plumbline.sinks.hook.type",
                "plumbline.sinks.hook.headers.x.api.key",
                "plumbline.sinks.\"my.team\".give-up-after",
                "plumbline.sinks.hook.paths[0]",
                "plumbline.events.url"));
        var refused = assertThrows(IllegalArgumentException.class, () -> Sinks.check(List.of(name)));
        assertThat(refused.getMessage(), startsWith(name + " " + problem));
    }

    @Test
    void aHeaderThatCameFromTheEnvironmentHasHyphens() {
        try (Watcher watcher = watcher("hook.headers.x.api.key", "open")) {
            change(watcher, "drop policy leads_delete on public.leads");
            watcher.publish();
            assertEquals("open", receiver.accepted().get(0).header("x-api-key"));
        }
    }

    @Test
    void attributesThatNoEventCanHaveAreRefusedAtTheBeginning() {
        for (String overrides : List.of("{\"extensions\": {\"my-tenant\": \"one\"}}", "{")) {
            var refused = assertThrows(
                    IllegalArgumentException.class, () -> Knative.of(Optional.empty(), Optional.of(overrides)));
            assertThat(refused.getMessage(), startsWith("K_CE_OVERRIDES must be JSON"));
        }
    }

    @Test
    void knativeBindsASinkAndAddsAttributes() {
        var knative = Knative.of(
                Optional.of("http://broker.example/"), Optional.of("{\"extensions\": {\"tenant\": \"one\"}}"));
        assertEquals(
                "http://broker.example/", knative.sink().orElseThrow().url().orElseThrow());
        assertEquals(Map.of("tenant", "one"), knative.extensions());
    }
}
