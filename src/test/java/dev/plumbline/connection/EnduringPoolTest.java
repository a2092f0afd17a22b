package dev.plumbline.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.Cable;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the connections that something between us and the server has forgotten. */
class EnduringPoolTest {

    private static final int SIZE = 2;

    private final Vertx vertx = Vertx.vertx();
    private Cable cable;
    private Pool pool;

    @BeforeEach
    void connect() {
        PgConnectOptions options =
                PgConnectOptions.fromUri(TestServer.ofDefaultMajor().url("postgres"));
        cable = Cable.to(options.getPort());
        options.setHost("localhost").setPort(cable.port());
        var waiting = new PoolOptions()
                .setMaxSize(SIZE)
                .setConnectionTimeout(500)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        pool = Pool.newInstance(new EnduringPool(
                () -> PgBuilder.pool()
                        .with(waiting)
                        .connectingTo(options)
                        .using(vertx)
                        .build(),
                () -> PgConnection.connect(vertx, options),
                Duration.ofSeconds(1)));
    }

    @AfterEach
    void close() {
        cable.close();
        pool.closeAndForget();
        vertx.close();
    }

    @Test
    void deadOnesAreLeftAndOthersTaken() {
        assertTrue(answers());
        cable.is(Cable.State.LOST);
        for (int i = 0; i < SIZE; i++) {
            pool.withConnection(connection -> connection.query("select 1").execute())
                    .subscribe()
                    .with(rows -> {}, failure -> {});
        }
        Until.isTrue(() -> !answers());
        cable.is(Cable.State.WHOLE);
        Until.isTrue(this::answers);
    }

    /** Such as that of the right to migrate. */
    @Test
    void onesInUseGoOnBeingUsed() {
        var held = pool.getConnectionAndAwait();
        var other = pool.getConnectionAndAwait();
        Until.isTrue(this::answers);
        assertEquals(1, held.query("select 1").executeAndAwait().size());
        held.closeAndAwait();
        other.closeAndAwait();
    }

    private boolean answers() {
        return new Database(pool)
                .trouble()
                .await()
                .asOptional()
                .atMost(Duration.ofMinutes(1))
                .filter(Optional::isEmpty)
                .isPresent();
    }
}
