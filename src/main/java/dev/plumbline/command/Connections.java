package dev.plumbline.command;

import dev.plumbline.connection.EnduringPool;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the reactive client's pool such that no connection is waited for without end. */
@Singleton
class Connections implements PgPoolCreator {

    /** For a connection that somebody else may give back. */
    private static final int PATIENCE_SECONDS = 10;

    /** More than a verification takes, which holds one for the longest. */
    private static final Duration DEAD = Duration.ofMinutes(1);

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setTcpKeepAlive(true));
        var builder = PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(PATIENCE_SECONDS)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx());
        return new EnduringPool(builder::build, DEAD);
    }
}
