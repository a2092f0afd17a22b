package dev.plumbline.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Optional;

/** The database as something that may or may not answer. */
public final class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    public Database(Pool pool) {
        this.pool = pool;
    }

    /** What keeps it from answering now; empty if it answers. */
    public Uni<Optional<Trouble>> trouble() {
        return pool.withConnection(connection -> connection.query("select 1").execute())
                .map(rows -> Optional.<Trouble>empty())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> Optional.of(Trouble.behind(failure)));
    }
}
