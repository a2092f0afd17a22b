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
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The runs of all replicas, kept in the database that they migrate. */
public final class Ledger {

    private static final String IS_TABLE = Sql.resource("ledger/is_table.sql");
    private static final String HOLD = Sql.resource("ledger/hold.sql");
    private static final String CHECK = Sql.resource("ledger/check_tables.sql");
    private static final String INSERT = Sql.resource("ledger/insert_run.sql");
    private static final String UPDATE = Sql.resource("ledger/update_run.sql");
    private static final String FORGET = Sql.resource("ledger/forget_runs.sql");
    private static final String THERE = Sql.resource("ledger/there.sql");
    private static final String FORGET_COMMANDS = Sql.resource("ledger/forget_ddl.sql");
    private static final String RUNS = Sql.resource("ledger/runs.sql");
    private static final String REPAIR = Sql.resource("ledger/repair.sql");
    private static final String LEAVE = Sql.resource("ledger/leave.sql");
    private static final String LEFT_BEHIND = Sql.resource("ledger/left_behind.sql");
    private static final String FORGET_LEFT_BEHIND = Sql.resource("ledger/forget_left_behind.sql");
    private static final String SINCE = Sql.resource("ledger/history_since.sql");
    private static final String UNFINISHED = Sql.resource("ledger/unfinished.sql");

    /**
     * For a connection that lasts for a whole run, perhaps behind something that forgets idle ones, or whose other end dies
     * or freezes. It comes last, and not as a prepared statement: what that leaves open is a snapshot, for which a
     * concurrent index build waits.
     */
    private static final String LASTING = "set local idle_in_transaction_session_timeout = %d;"
            + "set local tcp_keepalives_idle = 30; set local tcp_keepalives_interval = 10; set local tcp_keepalives_count = 3;";

    /** How many signs of life there are in the time after which there has been none. */
    private static final int BEATS = 4;

    private final Pool pool;
    private final Duration timeout;
    private final Outbox outbox;

    /**
     * @param timeout how long one statement may run
     * @param outbox for what has to be told of runs
     */
    public Ledger(Pool pool, Duration timeout, Outbox outbox) {
        this.pool = pool;
        this.timeout = timeout;
        this.outbox = outbox;
    }

    /**
     * The right to migrate, if no other run has it. It needs no table.
     *
     * @param silence after how long without a sign of life of this process the server takes it back
     */
    public Uni<Optional<Hold>> hold(UUID run, Duration silence) {
        return orRelease(pool.getConnection()
                .chain(connection -> connection
                        .query("begin read write;" + ReadTransaction.guard(timeout))
                        .execute()
                        .chain(() -> connection.preparedQuery(HOLD).execute(Tuple.of(run.toString())))
                        .call(() -> connection
                                .query(LASTING.formatted(silence.toMillis()))
                                .execute())
                        .chain(rows -> rows.iterator().next().getBoolean("held")
                                ? Uni.createFrom()
                                        .item(Optional.of(new Hold(connection).beating(silence.dividedBy(BEATS))))
                                : new Hold(connection).release().map(released -> Optional.<Hold>empty()))
                        .onFailure()
                        .call(() -> new Hold(connection).release())));
    }

    /** It may come when nobody waits for it any more, such as after the network was silent: then nobody else could have it. */
    private static Uni<Optional<Hold>> orRelease(Uni<Optional<Hold>> held) {
        return Uni.createFrom().emitter(emitter -> {
            var over = new AtomicBoolean();
            emitter.onTermination(() -> over.set(true));
            held.subscribe()
                    .with(
                            hold -> {
                                if (over.compareAndSet(false, true)) {
                                    emitter.complete(hold);
                                } else {
                                    hold.ifPresent(Hold::release);
                                }
                            },
                            emitter::fail);
        });
    }

    /** Keeps a run that begins now, unless what becomes of it could not be kept as well. */
    public Uni<RestorePoint> insert(UUID run, Optional<String> key, String document) {
        return write(c -> c.query(CHECK)
                        .execute()
                        .chain(() -> rows(c, INSERT, Tuple.of(run, key.orElse(null), document))))
                .map(rows -> rows.findFirst().orElseThrow())
                .map(row -> new RestorePoint(
                        row.getOffsetDateTime("now").toInstant(), Optional.ofNullable(row.getString("lsn"))));
    }

    /**
     * Keeps how far a run has come.
     *
     * @return whether it was kept; not if others have told how it has ended
     */
    public Uni<Boolean> update(UUID run, String outcome, String document) {
        return write(UPDATE, Tuple.of(run, outcome, document)).map(Optional::isPresent);
    }

    /**
     * Keeps how a run has ended. Whoever does so again, because he has not been told that it was kept, tells of it no second
     * time.
     *
     * @return whether it was kept; not if it had ended already
     */
    public Uni<Boolean> end(UUID run, String outcome, String document, Notice notice) {
        return write(c -> Outbox.lock(c)
                .chain(() -> rows(c, UPDATE, Tuple.of(run, outcome, document)))
                .chain(rows -> rows.findAny().isPresent()
                        ? outbox.add(c, List.of(notice)).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    /** Takes the failed scripts from Flyway's history, and says which those were. Only who may migrate may do so. */
    public Uni<List<String>> repair() {
        return write(c -> rows(c, REPAIR, Tuple.tuple())
                .map(rows -> rows.map(row -> row.getString("script")).toList()));
    }

    /**
     * Keeps the schema as a run leaves it.
     *
     * @param reading what tells the queries that have read it from others
     */
    public Uni<Void> leave(UUID run, String snapshot, String reading) {
        return write(LEAVE, Tuple.of(run, snapshot, reading)).replaceWithVoid();
    }

    /**
     * The schema as the last run has left it; empty while a run changes it, and after one that was cut off.
     *
     * @param reading what tells the queries that would read it now from others
     */
    public Uni<Optional<LeftBehind>> leftBehind(String reading) {
        return ifThere("left_behind", LEFT_BEHIND, Tuple.of(reading))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new LeftBehind(
                                row.getString("snapshot"),
                                row.getBoolean("same_major"),
                                row.getBoolean("same_reading"),
                                Boolean.TRUE.equals(row.getBoolean("same_history")))));
    }

    /** From here on nothing is left behind. */
    public Uni<Void> forgetLeftBehind() {
        return write(FORGET_LEFT_BEHIND, Tuple.tuple()).replaceWithVoid();
    }

    /** Forgets the runs that began before, but for the last. */
    public Uni<Void> forget(Instant before) {
        return write(FORGET, Tuple.of(before.atOffset(ZoneOffset.UTC))).replaceWithVoid();
    }

    /** Forgets who changed the schema before. */
    public Uni<Void> forgetCommands(Instant before) {
        return write(c -> rows(c, THERE, Tuple.tuple())
                        .chain(there -> there.findFirst().orElseThrow().getBoolean("complete")
                                ? rows(c, FORGET_COMMANDS, Tuple.of(before.atOffset(ZoneOffset.UTC)))
                                : Uni.createFrom().nullItem()))
                .replaceWithVoid();
    }

    public Uni<Optional<Entry>> find(UUID run) {
        return entries(Tuple.of(null, run, null, null, 1)).map(Ledger::first);
    }

    public Uni<Optional<Entry>> withKey(String key) {
        return entries(Tuple.of(null, null, key, null, 1)).map(Ledger::first);
    }

    /** Those that have not ended, newest first, and at most a hundred. */
    public Uni<List<Entry>> running() {
        return entries(Tuple.of(null, null, null, Entry.RUNNING, 100));
    }

    /**
     * The newest first.
     *
     * @param below a number that all are below
     */
    public Uni<List<Entry>> newest(int limit, Optional<Long> below) {
        return entries(Tuple.of(below.orElse(null), null, null, null, limit));
    }

    /** What stands in the database since the history had this rank. */
    public Uni<Traces> traces(int rank) {
        return read(connection -> Uni.combine()
                .all()
                .unis(rows(connection, SINCE, Tuple.of(rank)), rows(connection, UNFINISHED, Tuple.tuple()))
                .with((scripts, unfinished) -> new Traces(scripts(scripts), unfinished(unfinished))));
    }

    /** What a statement without a transaction has left unfinished. */
    public Uni<List<Unfinished>> unfinished() {
        return read(connection -> rows(connection, UNFINISHED, Tuple.tuple()).map(Ledger::unfinished));
    }

    private static List<Unfinished> unfinished(Stream<Row> rows) {
        return rows.map(row -> new Unfinished(row.getString("what"), row.getString("remedy")))
                .toList();
    }

    private static Map<String, Boolean> scripts(Stream<Row> rows) {
        Map<String, Boolean> scripts = new LinkedHashMap<>();
        rows.forEach(row -> scripts.put(row.getString("script"), row.getBoolean("success")));
        return scripts;
    }

    /**
     * A run that ends gives back its lock after it has written how: whoever saw neither the end nor the lock has to look
     * at the row once more before the run is called abandoned.
     */
    private Uni<List<Entry>> entries(Tuple which) {
        return once(which)
                .chain(entries -> entries.stream().noneMatch(Entry::isAbandoned)
                        ? Uni.createFrom().item(entries)
                        : once(which));
    }

    private Uni<List<Entry>> once(Tuple which) {
        return ifThere("run", RUNS, which)
                .map(rows -> rows.stream().map(Ledger::entry).toList());
    }

    /** None where there is no ledger yet. One that this role may not read is no reason to say that there is nothing in it. */
    private Uni<List<Row>> ifThere(String table, String query, Tuple values) {
        return read(connection -> rows(connection, IS_TABLE, Tuple.of(table))
                .chain(is -> is.findFirst().orElseThrow().getBoolean("there")
                        ? rows(connection, query, values).map(Stream::toList)
                        : Uni.createFrom().item(List.<Row>of())));
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getLong("number"),
                row.getUUID("id"),
                row.getString("outcome"),
                row.getInteger("history_rank"),
                row.getString("document"),
                row.getBoolean("alive"));
    }

    private static Optional<Entry> first(List<Entry> entries) {
        return entries.stream().findFirst();
    }

    private <T> Uni<T> read(Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(connection -> ReadTransaction.within(connection, timeout, work))
                .ifNoItem()
                .after(timeout.multipliedBy(3))
                .fail();
    }

    private Uni<Optional<Row>> write(String sql, Tuple values) {
        return write(c -> rows(c, sql, values).map(Stream::findFirst));
    }

    private <T> Uni<T> write(Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(connection -> WriteTransaction.within(connection, timeout, work));
    }

    private static Uni<Stream<Row>> rows(SqlConnection connection, String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false));
    }
}
