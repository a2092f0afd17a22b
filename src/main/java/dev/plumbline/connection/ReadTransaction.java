package dev.plumbline.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.function.Function;

/** A transaction that sees one snapshot, changes nothing, and in which no statement runs longer than it may. */
public final class ReadTransaction {

    private static final int PATIENCE = 3;

    private ReadTransaction() {}

    /**
     * Runs the work in such a transaction and ends it, whatever comes of the work. What the work sends at once goes out
     * together with the beginning: nobody waits for an answer before the next question.
     *
     * @param timeout how long one statement may run
     */
    public static <T> Uni<T> within(SqlConnection connection, Duration timeout, Function<SqlConnection, Uni<T>> work) {
        return within("begin isolation level repeatable read, read only;", connection, timeout, work);
    }

    static <T> Uni<T> within(
            String begin, SqlConnection connection, Duration timeout, Function<SqlConnection, Uni<T>> work) {
        return Uni.combine()
                .all()
                .unis(
                        connection.query(begin + guard(timeout)).execute(),
                        Uni.createFrom().deferred(() -> work.apply(connection)))
                .with((begun, result) -> result)
                .call(() -> connection.query("commit").execute())
                .onFailure()
                .call(() -> connection.query("rollback").execute().onFailure().recoverWithNull());
    }

    /**
     * Statements that limit the others of their transaction, also of the one that a single message is, and have them find
     * nothing but what is PostgreSQL's own: a function of the same name in the session's search_path would run with the
     * reader's rights. Rows that a policy hides are an error, for what is hidden would be taken for what is not there. A process
     * that is frozen, or that nobody reaches any more, must not keep its locks from the others for ever, nor its snapshot, for
     * which a concurrent index build waits.
     *
     * @param timeout how long one statement may run; nothing may be asked for three times that
     */
    public static String guard(Duration timeout) {
        return "set local search_path = ''; set local row_security = off; set local statement_timeout = "
                + timeout.toMillis() + ";"
                + "set local idle_in_transaction_session_timeout = "
                + timeout.multipliedBy(PATIENCE).toMillis() + ";";
    }
}
