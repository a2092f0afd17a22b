package dev.plumbline.testing;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

/** Pools that share their threads: one of its own for each is slow to make, and may end before its pool has told that it is closed. */
public final class Pools {

    private static final Vertx VERTX = Vertx.vertx();

    private Pools() {}

    public static Pool of(int size, PgConnectOptions options) {
        return Pool.newInstance(PgBuilder.pool()
                .using(VERTX)
                .with(new PoolOptions().setMaxSize(size))
                .connectingTo(options)
                .build());
    }
}
