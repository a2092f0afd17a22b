package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.CatalogMovedException;
import dev.plumbline.catalog.Reading;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changes the schema while it is read. */
class MovingCatalogTest {

    private static final int LOOKS = 20;

    /** Each transaction repairs one thing and breaks the other: at no time do both match, or both differ. */
    private static final List<String> SWAPS = List.of(
            "begin; create index leads_metadata_idx on public.leads using gin (metadata);"
                    + " alter table public.leads disable row level security; commit",
            "begin; alter table public.leads enable row level security; drop index public.leads_metadata_idx; commit");

    private static final Set<Collection<String>> STATES =
            Set.of(List.of("index public.leads_metadata_idx"), List.of("table public.leads"));

    @Test
    void whatIsReportedIsAStateThatWasOrNothing() {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            database.execute("drop index public.leads_metadata_idx");
            var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
            var stop = new AtomicBoolean();
            CompletableFuture<Void> loop = CompletableFuture.runAsync(() -> swap(database, stop));
            for (int look = 0; look < LOOKS; look++) {
                Report report = database.verify();
                verdicts.merge(report.verdict(), 1, Integer::sum);
                if (report.verdict() == Verdict.UNKNOWN) {
                    assertTrue(report.reason().orElseThrow().startsWith("the catalog changed while it was read"));
                } else {
                    assertTrue(STATES.contains(paths(report)), () -> report.toString());
                }
            }
            stop.set(true);
            loop.join();
            assertTrue(
                    verdicts.containsKey(Verdict.UNKNOWN), () -> "the loop was too slow to show anything: " + verdicts);

            Report still = database.verify();
            assertEquals(Verdict.DRIFTED, still.verdict());
            assertTrue(STATES.contains(paths(still)));
        }
    }

    @Test
    void whoHasLockedATableIsNamed() throws SQLException {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated();
                Connection other = database.connect()) {
            database.execute("alter database " + database.name() + " set lock_timeout = '1ms'");
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("set application_name = 'by hand'; lock table public.leads");
            }
            Report report = database.verify();
            assertEquals(Verdict.UNKNOWN, report.verdict());
            String reason = report.reason().orElseThrow();
            assertTrue(
                    reason.matches(
                            ".*; public.leads is locked by process \\d+ \\(postgres, by hand, 127.0.0.1\\) for \\d+ s"),
                    reason);
        }
    }

    private static Collection<String> paths(Report report) {
        return report.differences().stream().map(ReportedDifference::path).toList();
    }

    private static void swap(TestDatabase database, AtomicBoolean stop) {
        while (!stop.get()) {
            SWAPS.forEach(database::execute);
        }
    }

    /** What comes after one stamp and goes before the next is in neither. */
    @Test
    void whatCameAndWentIsNotBelieved() {
        try (TestDatabase database = TestServer.ofDefaultMajor().emptyDatabase()) {
            var catalog = new Catalog(Duration.ofSeconds(30));
            var gone = new AtomicBoolean();
            Uni<Reading> read = database.pool()
                    .withConnection(connection -> catalog.stamp(connection)
                            .invoke(stamp -> database.execute("create table public.flip ()"))
                            .chain(stamp -> catalog.read(connection, stamp, Optional.empty(), object -> {
                                if (gone.compareAndSet(false, true)) {
                                    database.execute("drop table public.flip");
                                }
                            })));
            assertThrows(CatalogMovedException.class, () -> read.await().atMost(Duration.ofMinutes(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create temporary table scratch (id int primary key, note text default 'x')",
                "truncate public.leads restart identity cascade"
            })
    void whatOthersDoAllTheTimeMovesNothing(String statement) {
        try (TestDatabase database = TestServer.ofDefaultMajor().migrated()) {
            var stop = new AtomicBoolean();
            CompletableFuture<Void> loop = CompletableFuture.runAsync(() -> {
                while (!stop.get()) {
                    database.execute(statement);
                }
            });
            for (int look = 0; look < LOOKS; look++) {
                assertEquals(Verdict.MATCHES, database.verify().verdict());
            }
            stop.set(true);
            loop.join();
        }
    }
}
