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

    private WriteTransaction() {}

    /**
     * Runs the work in such a transaction and ends it, whatever comes of the work.
     *
     * @param timeout how long one statement may run
     */
    public static <T> Uni<T> within(SqlConnection connection, Duration timeout, Function<SqlConnection, Uni<T>> work) {
        return ReadTransaction.within("begin isolation level read committed, read write;", connection, timeout, work);
    }
}
