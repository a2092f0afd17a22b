package dev.plumbline.verification;

import dev.plumbline.connection.ReadTransaction;
import dev.plumbline.connection.Sql;
import dev.plumbline.connection.Trouble;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Why a database could not be read, and who keeps us from it, where that is known. */
final class Unread {

    private static final String HOLDERS = Sql.resource("verification/holders.sql");

    /** Enough for a look at the locks, and little beside what was waited already. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private Unread() {}

    static Uni<String> because(Throwable failure, Pool pool) {
        Trouble trouble = Trouble.behind(failure);
        return trouble.kind() == Trouble.Kind.TOO_SLOW
                ? pool.withConnection(Unread::holders)
                        .ifNoItem()
                        .after(LOOK)
                        .fail()
                        .map(holders -> trouble.message() + holders)
                        // The trouble itself is told in either case.
                        .onFailure()
                        .recoverWithItem(trouble.advice())
                : Uni.createFrom().item(trouble.advice());
    }

    /** What can be said after the trouble itself; nothing if nobody has locked anything. */
    private static Uni<String> holders(SqlConnection connection) {
        return ReadTransaction.within(
                connection,
                LOOK,
                c -> c.query(HOLDERS)
                        .execute()
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> "; " + row.getString("holder"))
                                .collect(Collectors.joining())));
    }
}
