package dev.plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.testing.Bouncer;
import dev.plumbline.testing.Pools;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One replica at a time does what is due, also through a pooler that gives each transaction another session. */
class TurnTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration NOT_SOON = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestServer.ofDefaultMajor().migrated();
        LedgerTables.create(database.flyway());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private static Pool pool(String url) {
        return Pools.of(2, PgConnectOptions.fromUri(url).setCachePreparedStatements(false));
    }

    private static boolean take(Turn turn, Duration pause, Uni<Void> work) {
        return turn.take(pause, LONGEST, () -> work).await().atMost(LONGEST);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isOnesUntilHeHasDoneItAndAnothersIfHeDies(boolean pooled) {
        assumeTrue(!pooled || Bouncer.isInstalled());
        try (Bouncer bouncer = pooled ? Bouncer.of(database, "transaction") : null) {
            String url = pooled ? bouncer.url() : database.url();
            Pool other = pool(url);
            Until.isTrue(() -> other.query("select 1").executeAndAwait().size() == 1);
            var its = new Turn(other, TIMEOUT);
            Pool dies = pool(url);
            var begun = new AtomicBoolean();
            var dead = CompletableFuture.runAsync(() -> take(
                            new Turn(dies, TIMEOUT), NOT_SOON, Uni.createFrom().emitter(work -> begun.set(true))))
                    .handle((done, failure) -> failure != null);
            Until.isTrue(begun::get);
            assertFalse(take(its, NOT_SOON, nothing()));

            database.execute(
                    "select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = current_database()"
                            + " and state = 'idle in transaction'");
            assertTrue(take(its, NOT_SOON, nothing()));
            assertFalse(take(its, NOT_SOON, nothing()));
            assertTrue(take(its, Duration.ZERO, nothing()));
            dies.closeAndAwait();
            other.closeAndAwait();
            dead.cancel(true);
        }
    }

    /** As when its connection was forgotten on the way: the server hears of no end. */
    @Test
    void isAnothersAlsoIfHeSaysNothingMore() {
        Pool silent = pool(database.url());
        Pool other = pool(database.url());
        var begun = new AtomicBoolean();
        var work = new Turn(silent, TIMEOUT)
                .take(NOT_SOON, Duration.ofSeconds(1), () -> Uni.createFrom().emitter(never -> begun.set(true)))
                .subscribeAsCompletionStage();
        Until.isTrue(begun::get);
        Until.isTrue(() -> take(new Turn(other, TIMEOUT), NOT_SOON, nothing()));
        work.cancel(true);
        silent.closeAndAwait();
        other.closeAndAwait();
    }
}
