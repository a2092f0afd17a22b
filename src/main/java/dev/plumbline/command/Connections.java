package dev.plumbline.command;

import dev.plumbline.connection.EnduringPool;
import dev.plumbline.verification.VerificationConfig;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnection;
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

    private static final Duration LEAST = Duration.ofMinutes(1);

    private final Duration dead;

    /** Nothing holds a connection for longer than a verification, but for the right to migrate. */
    Connections(VerificationConfig verification) {
        Duration two = verification.timeout().multipliedBy(2);
        dead = two.compareTo(LEAST) < 0 ? LEAST : two;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setTcpKeepAlive(true));
        var options = List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList());
        var builder = PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(PATIENCE_SECONDS)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(options)
                .using(input.vertx());
        return new EnduringPool(
                builder::build,
                () -> PgConnection.connect(
                        input.vertx(), input.pgConnectOptionsList().get(0)),
                dead);
    }
}
