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
        Uni<T> once = pool.withConnection(read);
        // Mutiny refuses to retry no times.
        Uni<T> often = config.retries() == 0
                ? once
                : once.onFailure(CatalogMovedException.class).retry().atMost(config.retries());
        return often.ifNoItem().after(config.timeout()).fail();
    }
}
