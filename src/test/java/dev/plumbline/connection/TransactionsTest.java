package dev.plumbline.connection;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Test
    void whoIsFrozenWithinOneThatWritesKeepsItsLocksFromNobodyForEver() {
        isGivenBack(
                "select count(*) from pg_locks where locktype = 'advisory' and objid = 7 and granted",
                connection -> WriteTransaction.within(
                        connection, TIMEOUT, c -> frozenAfter(c, "select pg_advisory_xact_lock(7)")));
    }

    /** A concurrent index build waits for whoever sees what was before it. */
    @Test
    void whoIsFrozenWithinOneThatReadsKeepsItsSnapshotFromNobodyForEver() {
        isGivenBack(
                "select count(*) from pg_stat_activity where datname = current_database()"
                        + " and state = 'idle in transaction' and backend_xmin is not null",
                connection -> ReadTransaction.within(connection, TIMEOUT, c -> frozenAfter(c, "select 1")));
    }

    private static void isGivenBack(String held, Function<SqlConnection, Uni<Void>> work) {
        try (TestDatabase database = TestServer.ofDefaultMajor().emptyDatabase()) {
            database.pool().withConnection(work).subscribe().with(done -> {}, failure -> {});
            Until.isTrue(() -> database.rows(held).equals(List.of("1")));
            Until.isTrue(() -> database.rows(held).equals(List.of("0")));
        }
    }

    private static Uni<Void> frozenAfter(SqlConnection connection, String statement) {
        return connection
                .query(statement)
                .execute()
                .chain(() -> Uni.createFrom().nothing());
    }
}
