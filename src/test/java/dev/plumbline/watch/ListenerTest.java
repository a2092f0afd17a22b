package dev.plumbline.watch;

import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.testing.FlywayLock;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import dev.plumbline.verification.Verdict;
import dev.plumbline.verification.VerificationConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is verified when somebody has changed the schema, with the schedule off. */
class ListenerTest {

    private final List<Verdict> verdicts = new CopyOnWriteArrayList<>();
    private TestDatabase database;
    private Listener listener;

    @BeforeEach
    void listen() throws SQLException {
        database = TestServer.ofDefaultMajor().migrated();
        LedgerTables.create(database.flyway());
        var config = new SmallRyeConfigBuilder()
                .withMapping(WatchConfig.class)
                .withMapping(VerificationConfig.class)
                .build();
        listener = new Listener(
                database.flyway().load(),
                database.verifier(
                        verification -> verdicts.add(verification.report().verdict())),
                config.getConfigMapping(WatchConfig.class),
                config.getConfigMapping(VerificationConfig.class));
        listener.start(null);
        awaitLast(Verdict.MATCHES);
    }

    @AfterEach
    void stop() {
        listener.stop(null);
        database.close();
    }

    private void awaitLast(Verdict verdict) {
        Until.isTrue(() -> !verdicts.isEmpty() && verdicts.get(verdicts.size() - 1) == verdict);
    }

    @Test
    void whatChangesWhileSomebodyMigratesIsSeenWhenThatIsOver() {
        try (var migration = FlywayLock.on(database)) {
            database.execute("create table public.by_hand (id integer)");
            awaitLast(Verdict.MIGRATING);
            migration.release();
        }
        awaitLast(Verdict.DRIFTED);
    }

    @Test
    void whatOneHasSeenIsLookedAtOnceMoreForAnotherMayHaveBeenKilled() {
        database.execute("create table public.by_hand (id integer)");
        awaitLast(Verdict.DRIFTED);
        int before = verdicts.size();
        Until.isTrue(() -> verdicts.size() > before);
    }
}
