package dev.plumbline.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.function.Function;

/**
 * A transaction that changes something, in which no statement runs longer than it may. Each statement sees what was there
 * when it began, also if it has waited for a lock before.
 */
public final class WriteTransaction {

    /**
     * Two statements: what a standby refuses is the second, and nothing of the work is done outside of the transaction. It
     * is local, for "set transaction" stays in pg_settings as a setting of the session.
     */
    private static final String BEGIN = "begin isolation level read committed; set local transaction_read_only = off; ";

    private WriteTransaction() {}

    /**
     * Runs the work in such a transaction and ends it, whatever comes of the work.
     *
     * @param timeout how long one statement may run
     */
    public static <T> Uni<T> within(SqlConnection connection, Duration timeout, Function<SqlConnection, Uni<T>> work) {
        return ReadTransaction.within(BEGIN, connection, timeout, work);
    }
}
