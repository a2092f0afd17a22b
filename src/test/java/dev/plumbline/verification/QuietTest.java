package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Diff;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.Dump;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of src/test/resources/quiet does something that is no drift: noise.sql, one statement after another, and
 * after.sql, which clears away what other cases would hear. Nothing may be told of it.
 */
class QuietTest {

    @TestFactory
    Stream<DynamicNode> noiseIsNoDrift() {
        return TestServer.onEachMajor(QuietTest::cases);
    }

    private static Stream<DynamicTest> cases(TestServer server) {
        Everything everything = Everything.on(server);
        Optional<SecondObserver> observer = everything.observer("quiet");
        return Stream.concat(
                Case.in("quiet").stream()
                        .map(noise -> DynamicTest.dynamicTest(noise.name(), () -> check(noise, everything, observer))),
                Stream.of(
                        DynamicTest.dynamicTest("another owner", () -> anotherOwner(everything)),
                        DynamicTest.dynamicTest("concurrent reindexing", () -> concurrentReindexing(everything)),
                        DynamicTest.dynamicTest("dump and restore", () -> dumpAndRestore(everything, server.major())),
                        DynamicTest.dynamicTest("dump and upgrade", () -> dumpAndRestore(everything, 18))));
    }

    private static void check(Case noise, Everything everything, Optional<SecondObserver> observer)
            throws SQLException {
        try (TestDatabase database = everything.copy()) {
            Report before = database.verify(everything.contract());
            assertEquals(Verdict.MATCHES, before.verdict(), before::toString);
            database.disconnect();
            try (Connection connection = database.connect()) {
                execute(connection, noise.read("noise.sql"));
                Report after = database.verify(everything.contract());
                assertEquals(Verdict.MATCHES, after.verdict(), after::toString);
                assertEquals(before.database(), after.database());
                observer.ifPresent(other -> other.compare(noise, database, false));
            } finally {
                if (noise.has("after.sql")) {
                    database.execute(noise.read("after.sql"));
                }
            }
        }
    }

    /** Statements stand apart by empty lines, for VACUUM and some others are not run together with others. */
    private static void execute(Connection connection, String statements) throws SQLException {
        for (String statement : statements.split("\n\n")) {
            connection.createStatement().execute(statement);
        }
    }

    private static void anotherOwner(Everything everything) {
        try (TestDatabase database = everything.server().database()) {
            database.execute("create role quiet_owner superuser login");
            everything.makeAs("quiet_owner", database);
            assertSame(everything.contract(), database.everythingAs("quiet_owner"), object -> true);
        } finally {
            everything.original().execute("drop role if exists quiet_owner");
        }
    }

    /**
     * The index that it builds waits for whoever writes to the table, and is there and not valid as long. What is left of it when it
     * is cancelled, which changes nothing in the catalog, is drift.
     */
    private static void concurrentReindexing(Everything everything) throws SQLException {
        try (TestDatabase database = everything.copy();
                Connection writer = database.connect()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("lock table shop.months in row exclusive mode");
            CompletableFuture<Void> cancelled = reindexing(database, everything);
            database.execute("select pg_cancel_backend(pid) from pg_stat_activity where query like 'reindex table%'"
                    + " and state = 'active' and datname = current_database()");
            assertThrows(CompletionException.class, cancelled::join);
            assertEquals(Verdict.DRIFTED, database.verify(everything.contract()).verdict());
            writer.rollback();
            database.rows("select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n"
                            + " on n.oid = c.relnamespace where c.relname ~ '_ccnew'")
                    .forEach(index -> database.execute("drop index " + index));

            writer.createStatement().execute("lock table shop.months in row exclusive mode");
            CompletableFuture<Void> finished = reindexing(database, everything);
            writer.rollback();
            finished.join();
            assertEquals(Verdict.MATCHES, database.verify(everything.contract()).verdict());
        }
    }

    private static CompletableFuture<Void> reindexing(TestDatabase database, Everything everything) {
        CompletableFuture<Void> reindexing =
                CompletableFuture.runAsync(() -> database.execute("reindex table concurrently shop.months"));
        Until.isTrue(() -> !database.rows("select relname from pg_class where relname ~ '_ccnew'")
                .isEmpty());
        Report meanwhile = database.verify(everything.contract());
        assertEquals(Verdict.MATCHES, meanwhile.verdict(), meanwhile::toString);
        return reindexing;
    }

    /** A view over one table is printed otherwise by 15 than by later ones. */
    private static void dumpAndRestore(Everything everything, int major) {
        assumeTrue(
                Dump.reads(everything.server()),
                "no pg_dump that reads PostgreSQL " + everything.server().major());
        boolean same = major == everything.server().major();
        Predicate<SchemaObject> comparable = object -> same || object.kind() != Kind.VIEW;
        try (TestDatabase copy = everything.copy();
                TestDatabase restored = Everything.on(TestServer.of(major)).restored(Dump.schema(copy))) {
            restored.execute("refresh materialized view shop.daily; refresh materialized view shop.plots_seen;"
                    + " refresh materialized view shop.rooms");
            assertSame(everything.contract(), restored.everything(), comparable);
        }
    }

    private static void assertSame(Contract contract, Schema actual, Predicate<SchemaObject> comparable) {
        Schema covered = actual.only(object -> isRead(contract, Schema.root(object, actual::object))
                && contract.covers(object, actual::object)
                && comparable.test(object));
        Diff diff = Diff.between(contract.schema().only(comparable), covered);
        assertEquals(List.of(), diff.differences());
    }

    private static boolean isRead(Contract contract, String root) {
        return contract.schemas().contains(root) || Kind.of(root) != Kind.SCHEMA;
    }
}
