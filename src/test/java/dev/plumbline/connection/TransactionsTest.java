package dev.plumbline.connection;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    @Test
    void whoIsFrozenWithinOneThatWritesKeepsItsLocksFromNobodyForEver() {
        try (TestDatabase database = TestServer.ofDefaultMajor().emptyDatabase()) {
            String held = "select count(*) from pg_locks where locktype = 'advisory' and objid = 7 and granted";
            database.pool()
                    .withConnection(connection -> WriteTransaction.within(
                            connection,
                            Duration.ofSeconds(1),
                            frozen -> frozen.query("select pg_advisory_xact_lock(7)")
                                    .execute()
                                    .chain(() -> Uni.createFrom().nothing())))
                    .subscribe()
                    .with(done -> {}, failure -> {});
            Until.isTrue(() -> database.rows(held).equals(List.of("1")));
            Until.isTrue(() -> database.rows(held).equals(List.of("0")));
        }
    }

    /** A concurrent index build waits for whoever sees what was before it. */
    @Test
    void whoIsFrozenWithinOneThatReadsKeepsItsSnapshotFromNobodyForEver() {
        try (TestDatabase database = TestServer.ofDefaultMajor().emptyDatabase()) {
            String held = "select count(*) from pg_stat_activity where datname = current_database()"
                    + " and state = 'idle in transaction' and backend_xmin is not null";
            database.pool()
                    .withConnection(connection -> ReadTransaction.within(
                            connection,
                            Duration.ofSeconds(1),
                            frozen -> frozen.query("select 1")
                                    .execute()
                                    .chain(() -> Uni.createFrom().nothing())))
                    .subscribe()
                    .with(done -> {}, failure -> {});
            Until.isTrue(() -> database.rows(held).equals(List.of("1")));
            Until.isTrue(() -> database.rows(held).equals(List.of("0")));
        }
    }
}
