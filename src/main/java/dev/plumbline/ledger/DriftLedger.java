package dev.plumbline.ledger;

import dev.plumbline.connection.ReadTransaction;
import dev.plumbline.connection.Sql;
import dev.plumbline.connection.WriteTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What differs and what was concluded, as all replicas have seen it. */
public final class DriftLedger {

    private static final String OBSTACLE = Sql.resource("ledger/keeps_drift.sql");
    private static final String WATCHED = Sql.resource("ledger/watched.sql");
    private static final String OPEN = Sql.resource("ledger/open_drift.sql");
    private static final String RESOLVE = Sql.resource("ledger/resolve_drift.sql");
    private static final String WRITE = Sql.resource("ledger/write_drift.sql");
    private static final String SEE = Sql.resource("ledger/see_drift.sql");
    private static final String WRITE_STATE = Sql.resource("ledger/write_state.sql");
    private static final String WRITE_WATCHED = Sql.resource("ledger/write_watched.sql");
    private static final String STATES = Sql.resource("ledger/states.sql");
    private static final String FORGET = Sql.resource("ledger/forget_drift.sql");

    private final Pool pool;
    private final Duration timeout;
    private final Outbox outbox;

    /**
     * @param timeout how long one statement may run
     */
    public DriftLedger(Pool pool, Duration timeout, Outbox outbox) {
        this.pool = pool;
        this.timeout = timeout;
        this.outbox = outbox;
    }

    /**
     * What the ledger says.
     *
     * @param obstacle what keeps it from being written to; then nothing is known
     * @param early whether that is only because no run of this build has been here
     */
    public record Recalled(Optional<String> obstacle, boolean early, Optional<Known> known) {}

    public Uni<Recalled> recall() {
        return pool.withConnection(connection -> ReadTransaction.within(
                connection,
                timeout,
                c -> Outbox.rows(c, OBSTACLE, Tuple.tuple())
                        .map(rows -> rows.findFirst().orElseThrow())
                        .chain(row -> row.getString("obstacle") == null
                                ? known(c).map(known -> new Recalled(Optional.empty(), false, Optional.of(known)))
                                : Uni.createFrom()
                                        .item(new Recalled(
                                                Optional.of(row.getString("obstacle")),
                                                row.getBoolean("early"),
                                                Optional.empty())))));
    }

    /**
     * Writes what a verification adds to what is known when nobody else writes; nothing if it adds nothing.
     *
     * @param change what it adds to that
     * @return what was added
     */
    public Uni<Optional<Change>> write(Function<Known, Optional<Change>> change) {
        return pool.withConnection(connection -> WriteTransaction.within(
                connection,
                timeout,
                c -> Outbox.lock(c).chain(() -> known(c)).chain(known -> {
                    Optional<Change> its = change.apply(known);
                    return its.map(one -> write(c, known, one))
                            .orElseGet(() -> Uni.createFrom().voidItem())
                            .replaceWith(its);
                })));
    }

    private static Uni<Known> known(SqlConnection connection) {
        return Outbox.rows(connection, WATCHED, Tuple.tuple())
                .map(rows -> rows.findFirst().orElseThrow())
                .chain(row -> Outbox.rows(connection, OPEN, Tuple.tuple())
                        .map(open -> known(row, open.map(DriftLedger::open).toList())));
    }

    private static Known known(Row row, List<OpenDifference> open) {
        Optional<Long> ended = Optional.ofNullable(row.getLong("ended"));
        return new Known(
                new Mark(row.getLong("now_ended"), row.getLong("now_running")),
                ended.map(number -> new Mark(number, row.getLong("running"))),
                Optional.ofNullable(row.getOffsetDateTime("at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("verdict")),
                horizon(row.getString("horizon")),
                Optional.ofNullable(row.getString("migrated_to")),
                open);
    }

    private static OpenDifference open(Row row) {
        return new OpenDifference(
                row.getString("path"),
                row.getString("severity"),
                row.getOffsetDateTime("first_seen").toInstant(),
                horizon(row.getString("made_after")),
                row.getString("difference"));
    }

    private static Optional<Horizon> horizon(String snapshot) {
        return Optional.ofNullable(snapshot).map(Horizon::of);
    }

    private static String text(Optional<Horizon> horizon) {
        return horizon.map(Horizon::toString).orElse(null);
    }

    private Uni<Void> write(SqlConnection connection, Known before, Change change) {
        OffsetDateTime at = EventDocument.time(change.at());
        Uni<?> done = Uni.createFrom().voidItem();
        if (change.concludes()) {
            done = Outbox.rows(connection, RESOLVE, Tuple.of(change.resolved().toArray(String[]::new), at))
                    .chain(() -> Outbox.rows(connection, WRITE, differences(change.written(), at)))
                    .chain(() -> Outbox.rows(connection, SEE, Tuple.of(at)));
        }
        if (!before.verdict().equals(Optional.of(change.verdict()))) {
            done = done.chain(() -> Outbox.rows(
                    connection,
                    WRITE_STATE,
                    Tuple.of(at, change.verdict(), change.reason().orElse(null), change.contract(), change.open())));
        }
        return done.chain(() ->
                        Outbox.rows(connection, WRITE_WATCHED, Tuple.of(at, change.verdict(), text(change.horizon()))))
                .chain(() -> outbox.add(connection, change.notices()));
    }

    private static Tuple differences(List<OpenDifference> written, OffsetDateTime at) {
        return Tuple.from(List.of(
                written.stream().map(OpenDifference::path).toArray(String[]::new),
                written.stream().map(OpenDifference::worst).toArray(String[]::new),
                written.stream().map(one -> EventDocument.time(one.since())).toArray(OffsetDateTime[]::new),
                written.stream().map(one -> text(one.madeSince())).toArray(String[]::new),
                written.stream().map(OpenDifference::document).toArray(String[]::new),
                at));
    }

    /**
     * Changes of the verdict, the newest first; none where there is no ledger yet.
     *
     * @param below a number that all are below
     */
    public Uni<List<State>> states(int limit, Optional<Long> below) {
        return pool.withConnection(connection -> ReadTransaction.within(
                        connection,
                        timeout,
                        c -> Outbox.ifThere(c, STATES, Tuple.of(below.orElse(null), limit))
                                .map(rows -> rows.map(row -> new State(
                                                row.getLong("number"),
                                                row.getOffsetDateTime("at").toInstant(),
                                                row.getString("verdict"),
                                                Optional.ofNullable(row.getString("reason")),
                                                row.getString("contract"),
                                                row.getInteger("differences")))
                                        .toList())))
                .ifNoItem()
                .after(timeout.multipliedBy(3))
                .fail();
    }

    /** Forgets what was over before, and what was told of it. */
    public Uni<Void> forget(Instant before) {
        return pool.withConnection(connection -> WriteTransaction.within(
                        connection, timeout, c -> Outbox.ifThere(c, FORGET, Tuple.of(EventDocument.time(before)))))
                .replaceWithVoid();
    }
}
