package dev.plumbline.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The right to migrate, which one run has at a time: a transaction that is open for as long as the run lasts. */
public final class Hold {

    private final SqlConnection connection;

    Hold(SqlConnection connection) {
        this.connection = connection;
    }

    /** Gives it back. Where the connection is lost, so was the right. */
    public Uni<Void> release() {
        return connection
                .query("commit")
                .execute()
                .onFailure()
                .recoverWithNull()
                .call(connection::close)
                .replaceWithVoid();
    }
}
