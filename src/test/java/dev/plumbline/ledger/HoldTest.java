package dev.plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.Cable;
import dev.plumbline.testing.Pools;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The right to migrate is nobody's who does not wait for it any more. */
class HoldTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private TestDatabase database;
    private Cable cable;
    private Pool pool;
    private Ledger ledger;

    @BeforeEach
    void connect() {
        database = TestServer.ofDefaultMajor().emptyDatabase();
        PgConnectOptions options = PgConnectOptions.fromUri(database.url());
        cable = Cable.to(options.getPort());
        pool = Pools.of(1, options.setHost("localhost").setPort(cable.port()).setCachePreparedStatements(false));
        ledger = new Ledger(pool, TIMEOUT, new Outbox(pool, TIMEOUT, URI.create("/test"), List.of()));
    }

    @AfterEach
    void drop() {
        pool.closeAndAwait();
        cable.close();
        database.close();
    }

    private Optional<Hold> hold() {
        return ledger.hold(UUID.randomUUID(), TIMEOUT).await().atMost(Duration.ofMinutes(1));
    }

    private Cancellable holdWithoutWaiting() {
        return ledger.hold(UUID.randomUUID(), TIMEOUT).subscribe().with(held -> {}, failure -> {});
    }

    @Test
    void whoDoesNotWaitForTheNetworkAnyMoreKeepsNothing() {
        hold().orElseThrow().release().await().indefinitely();
        cable.is(Cable.State.SILENT);
        holdWithoutWaiting().cancel();
        cable.is(Cable.State.WHOLE);
        assertTrue(hold().isPresent());
    }

    /** Before the server gives it to another. */
    @Test
    void whoHearsNothingMoreHasLostIt() {
        var lost = new AtomicBoolean();
        ledger.hold(UUID.randomUUID(), Duration.ofSeconds(1))
                .await()
                .atMost(TIMEOUT)
                .orElseThrow()
                .whenLost(() -> lost.set(true));
        cable.is(Cable.State.LOST);
        Until.isTrue(lost::get);
        cable.is(Cable.State.CUT);
    }

    @Test
    void norWhoDoesNotWaitForAConnectionAnyMore() {
        Hold first = hold().orElseThrow();
        holdWithoutWaiting().cancel();
        first.release().await().indefinitely();
        assertTrue(hold().isPresent());
    }
}
