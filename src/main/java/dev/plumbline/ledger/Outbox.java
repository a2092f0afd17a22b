package dev.plumbline.ledger;

import dev.plumbline.connection.ReadTransaction;
import dev.plumbline.connection.Sql;
import dev.plumbline.connection.WriteTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What has happened and has to be told, kept in the transaction in which it happens. */
public final class Outbox {

    private static final String LOCK = Sql.resource("ledger/lock_events.sql");
    private static final String WRITE_EVENTS = Sql.resource("ledger/write_events.sql");
    private static final String WRITE_DELIVERIES = Sql.resource("ledger/write_deliveries.sql");
    private static final String STRIKE = Sql.resource("ledger/strike.sql");
    private static final String CLAIM = Sql.resource("ledger/claim_deliveries.sql");
    private static final String END = Sql.resource("ledger/end_delivery.sql");
    private static final String BACKLOG = Sql.resource("ledger/outbox.sql");
    private static final String DEAD = Sql.resource("ledger/dead_letters.sql");
    private static final String EVENTS = Sql.resource("ledger/events.sql");
    private static final String LAST = Sql.resource("ledger/last_event.sql");
    private static final String THERE = Sql.resource("ledger/there.sql");

    private final Pool pool;
    private final Duration timeout;
    private final URI source;
    private final List<Subscription> subscriptions;

    /**
     * @param timeout how long one statement may run
     * @param source of the events: who tells of them
     * @param subscriptions who is told
     */
    public Outbox(Pool pool, Duration timeout, URI source, List<Subscription> subscriptions) {
        this.pool = pool;
        this.timeout = timeout;
        this.source = source;
        this.subscriptions = List.copyOf(subscriptions);
    }

    /** Keeps what no event is written beside, until the transaction ends. */
    static Uni<Void> lock(SqlConnection connection) {
        return rows(connection, LOCK, Tuple.tuple()).replaceWithVoid();
    }

    /** Keeps what has happened at once, in a transaction that has the lock. */
    Uni<Void> add(SqlConnection connection, List<Notice> notices) {
        return notices.isEmpty()
                ? Uni.createFrom().voidItem()
                : rows(connection, WRITE_EVENTS, events(notices))
                        .map(rows -> rows.map(row -> row.getLong("number")).toList())
                        .chain(numbers -> address(connection, notices, numbers));
    }

    private Tuple events(List<Notice> notices) {
        UUID[] ids = notices.stream().map(notice -> UUID.randomUUID()).toArray(UUID[]::new);
        return Tuple.of(
                ids,
                notices.stream().map(notice -> EventDocument.time(notice.at())).toArray(OffsetDateTime[]::new),
                notices.stream().map(Notice::type).toArray(String[]::new),
                notices.stream().map(Notice::subject).toArray(String[]::new),
                IntStream.range(0, ids.length)
                        .mapToObj(i -> EventDocument.write(ids[i], source, notices.get(i)))
                        .toArray(String[]::new));
    }

    private record Letter(String sink, String orderKey, String events, double quiet) {}

    private Uni<Void> address(SqlConnection connection, List<Notice> notices, List<Long> numbers) {
        return struck(connection, notices).chain(struck -> {
            List<Letter> letters = subscriptions.stream()
                    .flatMap(subscription -> letters(subscription, notices, numbers, struck))
                    .toList();
            return letters.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : rows(connection, WRITE_DELIVERIES, values(letters)).replaceWithVoid();
        });
    }

    /** A difference of which a sink is told neither that it has come nor that it has gone. */
    private record Passing(String sink, String subject) {}

    private Uni<Set<Passing>> struck(SqlConnection connection, List<Notice> notices) {
        String[] quiet = subscriptions.stream()
                .filter(subscription -> !subscription.quiet().isZero())
                .map(Subscription::sink)
                .toArray(String[]::new);
        String[] gone = notices.stream()
                .filter(notice -> notice.type().equals(Notice.RESOLVED))
                .map(Notice::subject)
                .toArray(String[]::new);
        return quiet.length == 0 || gone.length == 0
                ? Uni.createFrom().item(Set.of())
                : rows(connection, STRIKE, Tuple.of(quiet, gone, Notice.OPENED))
                        .map(rows -> rows.map(row -> new Passing(row.getString("sink"), row.getString("subject")))
                                .collect(Collectors.toSet()));
    }

    private static Stream<Letter> letters(
            Subscription subscription, List<Notice> notices, List<Long> numbers, Set<Passing> struck) {
        double quiet = subscription.quiet().toMillis() / 1000.0;
        List<Integer> wanted = IntStream.range(0, notices.size())
                .filter(i -> subscription.accepts().test(notices.get(i)))
                .filter(i -> !struck.contains(
                        new Passing(subscription.sink(), notices.get(i).subject())))
                .boxed()
                .toList();
        if (subscription.grouped()) {
            String all = wanted.stream().map(i -> numbers.get(i).toString()).collect(Collectors.joining(","));
            return wanted.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Letter(subscription.sink(), "", "{" + all + "}", quiet));
        }
        return wanted.stream()
                .map(i -> new Letter(subscription.sink(), notices.get(i).subject(), "{" + numbers.get(i) + "}", quiet));
    }

    private static Tuple values(List<Letter> letters) {
        return Tuple.of(
                letters.stream().map(Letter::sink).toArray(String[]::new),
                letters.stream().map(Letter::orderKey).toArray(String[]::new),
                letters.stream().map(Letter::events).toArray(String[]::new),
                letters.stream().map(Letter::quiet).toArray(Double[]::new));
    }

    /**
     * Messages that are due and that nobody else sends, none of which overtakes another.
     *
     * @param lease after which whoever has taken them is taken to have died
     */
    public Uni<List<Delivery>> claim(String sink, int most, Duration lease) {
        return bounded(connection -> WriteTransaction.within(
                connection,
                timeout,
                c -> ifThere(c, CLAIM, Tuple.of(sink, lease.toMillis() / 1000.0, most))
                        .map(rows -> rows.map(row -> new Delivery(
                                        row.getLong("number"),
                                        row.getInteger("attempts"),
                                        row.getOffsetDateTime("at").toInstant(),
                                        documents(row)))
                                .toList())));
    }

    /** The message has arrived. */
    public Uni<Void> delivered(Delivery delivery) {
        return end(delivery, "DELIVERED", Duration.ZERO, null);
    }

    /**
     * The message has not arrived.
     *
     * @param again after how long to try again; empty to give up
     */
    public Uni<Void> failed(Delivery delivery, String error, Optional<Duration> again) {
        return end(delivery, again.isPresent() ? "WAITING" : "DEAD", again.orElse(Duration.ZERO), error);
    }

    private Uni<Void> end(Delivery delivery, String state, Duration wait, String error) {
        return bounded(connection -> WriteTransaction.within(
                        connection,
                        timeout,
                        c -> rows(
                                c,
                                END,
                                Tuple.of(
                                        delivery.number(),
                                        delivery.attempt(),
                                        state,
                                        wait.toMillis() / 1000.0,
                                        error))))
                .replaceWithVoid();
    }

    /** What the sinks have not been told; empty where there is no ledger yet. */
    public Uni<List<Backlog>> backlog(List<String> sinks) {
        return read(BACKLOG, Tuple.of(sinks.toArray(String[]::new)))
                .map(rows -> rows.map(row -> new Backlog(
                                row.getString("sink"),
                                row.getLong("waiting"),
                                Optional.ofNullable(row.getOffsetDateTime("oldest"))
                                        .map(OffsetDateTime::toInstant),
                                row.getLong("dead")))
                        .toList());
    }

    /**
     * Messages that were given up, the newest first.
     *
     * @param below a number that all are below
     */
    public Uni<List<DeadLetter>> deadLetters(int limit, Optional<Long> below) {
        return read(DEAD, Tuple.of(below.orElse(null), limit))
                .map(rows -> rows.map(row -> new DeadLetter(
                                row.getLong("number"),
                                row.getString("sink"),
                                row.getInteger("attempts"),
                                row.getOffsetDateTime("at").toInstant(),
                                row.getOffsetDateTime("ended_at").toInstant(),
                                row.getString("error"),
                                documents(row)))
                        .toList());
    }

    /** Events after this number whose type begins so, the oldest first. */
    public Uni<List<KeptEvent>> events(long after, String type, int limit) {
        return read(EVENTS, Tuple.of(after, type, limit))
                .map(rows -> rows.map(row ->
                                new KeptEvent(row.getLong("number"), row.getString("type"), row.getString("document")))
                        .toList());
    }

    /** The number of the last event; 0 if there is none. */
    public Uni<Long> last() {
        return read(LAST, Tuple.tuple())
                .map(rows -> rows.findFirst().map(row -> row.getLong("number")).orElse(0L));
    }

    /** The documents of events that were forgotten meanwhile are missing. */
    private static List<String> documents(Row row) {
        return Optional.ofNullable(row.getArrayOfStrings("documents"))
                .map(List::of)
                .orElse(List.of());
    }

    private Uni<Stream<Row>> read(String sql, Tuple values) {
        return bounded(connection -> ReadTransaction.within(connection, timeout, c -> ifThere(c, sql, values)));
    }

    /** A connection of which the other end has gone answers nothing, however long one waits. */
    private <T> Uni<T> bounded(Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(work)
                .ifNoItem()
                .after(timeout.multipliedBy(2))
                .fail();
    }

    /** The rows of a query; none where the ledger is not complete yet. */
    static Uni<Stream<Row>> ifThere(SqlConnection connection, String sql, Tuple values) {
        return rows(connection, THERE, Tuple.tuple())
                .chain(there -> there.findFirst().orElseThrow().getBoolean("complete")
                        ? rows(connection, sql, values)
                        : Uni.createFrom().item(Stream.empty()));
    }

    static Uni<Stream<Row>> rows(SqlConnection connection, String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false));
    }
}
