package dev.plumbline.verification;

import dev.plumbline.catalog.CatalogMovedException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** A read that begins again while the catalog moves, and ends in time whatever happens. */
final class BoundedRead {

    private BoundedRead() {}

    static <T> Uni<T> of(Pool pool, VerificationConfig config, Function<SqlConnection, Uni<T>> read) {
        return pool.withConnection(read)
                .onFailure(CatalogMovedException.class)
                .retry()
                .atMost(config.retries())
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }
}
