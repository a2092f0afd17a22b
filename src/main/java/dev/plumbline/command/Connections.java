package dev.plumbline.command;

import dev.plumbline.migration.MigrationConfig;
import dev.plumbline.publication.SinksConfig;
import dev.plumbline.verification.VerificationConfig;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the reactive client's connections such that none is waited for without end. What stands between us and the server may
 * forget a connection and say nothing: whoever uses it hears nothing any more, and neither does whoever gets it after him.
 */
@Singleton
class Connections implements PgPoolCreator {

    /** For a connection that somebody else may give back. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than a connection that nobody uses stays open. */
    private static final Duration LEAST = Duration.ofMinutes(1);

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Duration silence;

    /** Between two bytes lies at most a statement, or what is done while a lock is held: a verification, or telling a sink. */
    Connections(VerificationConfig verification, MigrationConfig migration, SinksConfig sinks) {
        silence = Stream.concat(
                        Stream.of(LEAST, verification.timeout().multipliedBy(2), migration.silenceTimeout()),
                        sinks.sinks().values().stream()
                                .map(sink -> sink.timeout().plus(GRACE)))
                .max(Comparator.naturalOrder())
                .orElse(LEAST)
                .plus(GRACE);
    }

    @Override
    public Pool create(Input input) {
        for (PgConnectOptions options : input.pgConnectOptionsList()) {
            options.setTcpKeepAlive(true)
                    .setIdleTimeout((int) silence.toSeconds())
                    .setIdleTimeoutUnit(TimeUnit.SECONDS);
        }
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout((int) PATIENCE.toSeconds())
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
