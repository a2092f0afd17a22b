package dev.plumbline.connection;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteTransactionTest {

    @Test
    void whoIsFrozenWithinItKeepsItsLocksFromNobodyForEver() {
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
}
