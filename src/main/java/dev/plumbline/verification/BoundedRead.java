package dev.plumbline.verification;

import dev.plumbline.catalog.CatalogMovedException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.function.Function;

/** A read that begins again while the catalog moves, and ends in time whatever happens. */
final class BoundedRead {

    /** Whoever changes much changes it for seconds: each time it waits longer. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private BoundedRead() {}

    static <T> Uni<T> of(Pool pool, VerificationConfig config, Function<SqlConnection, Uni<T>> read) {
        return of(pool, config, config.timeout(), read);
    }

    /**
     * @param left how much of the time it may take is left
     */
    static <T> Uni<T> of(Pool pool, VerificationConfig config, Duration left, Function<SqlConnection, Uni<T>> read) {
        Uni<T> once = pool.withConnection(read);
        // Mutiny refuses to retry no times.
        Uni<T> often = config.retries() == 0
                ? once
                : once.onFailure(CatalogMovedException.class)
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .atMost(config.retries());
        return often.ifNoItem().after(left).fail();
    }
}
