package dev.plumbline.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.function.Function;

/** A transaction that sees one snapshot, changes nothing, and in which no statement runs longer than it may. */
public final class ReadTransaction {

    private ReadTransaction() {}

    /**
     * Runs the work in such a transaction and ends it, whatever comes of the work.
     *
     * @param timeout how long one statement may run
     */
    public static <T> Uni<T> within(SqlConnection connection, Duration timeout, Function<SqlConnection, Uni<T>> work) {
        String begin =
                "begin isolation level repeatable read, read only; set local statement_timeout = " + timeout.toMillis();
        return connection
                .query(begin)
                .execute()
                .chain(() -> work.apply(connection))
                .call(() -> connection.query("commit").execute())
                .onFailure()
                .call(() -> connection.query("rollback").execute().onFailure().recoverWithNull());
    }
}
