package dev.plumbline.ledger;

import dev.plumbline.connection.ReadTransaction;
import dev.plumbline.connection.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.function.Supplier;

/** Has one replica at a time do what is due now and then: the one that comes first, and the next if that dies. */
public final class Turn {

    private static final String TRY = Sql.resource("ledger/try_tick.sql");
    private static final String LAST = Sql.resource("ledger/last_tick.sql");
    private static final String WRITE = Sql.resource("ledger/write_tick.sql");

    private final Pool pool;
    private final Duration timeout;

    /**
     * @param timeout how long one statement may run
     */
    public Turn(Pool pool, Duration timeout) {
        this.pool = pool;
        this.timeout = timeout;
    }

    /**
     * Does the work, unless another does it at this moment or has done it not long ago. The lock is the transaction's, which a
     * pooler leaves in one session; if this replica dies, or is not reached any more, the work counts as not done.
     *
     * @param pause how long ago it must have been done for it to be due
     * @param longest after what time the lock is another's, whatever has become of the work
     * @param work ends by itself
     * @return whether it was done
     */
    public Uni<Boolean> take(Duration pause, Duration longest, Supplier<Uni<Void>> work) {
        return pool.withConnection(connection -> connection
                .query("begin isolation level read committed;" + ReadTransaction.guard(timeout)
                        + "set local idle_in_transaction_session_timeout = " + longest.toMillis())
                .execute()
                .chain(() -> Outbox.rows(connection, TRY, Tuple.tuple()))
                .map(rows -> rows.findFirst().orElseThrow())
                .chain(row -> row.getBoolean("held")
                        ? within(connection, row.getBoolean("kept"), pause, work)
                        : Uni.createFrom().item(false))
                .onItemOrFailure()
                .call((done, failure) ->
                        connection.query("commit").execute().onFailure().recoverWithNull()));
    }

    /** Where nobody can write down when it was done, each does it. */
    private Uni<Boolean> within(SqlConnection connection, boolean kept, Duration pause, Supplier<Uni<Void>> work) {
        if (!kept) {
            return work.get().replaceWith(true);
        }
        return Outbox.rows(connection, LAST, Tuple.of(pause.toMillis() / 1000.0))
                .map(rows -> rows.findFirst().orElseThrow().getBoolean("due"))
                .chain(due -> due
                        ? work.get().chain(() -> write(connection)).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /** A role that may not write is asked again sooner than it need be. */
    private static Uni<Void> write(SqlConnection connection) {
        return Outbox.rows(connection, WRITE, Tuple.tuple())
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
