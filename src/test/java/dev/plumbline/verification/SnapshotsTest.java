package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.contract.Contract;
import dev.plumbline.contract.Spellings;
import dev.plumbline.schema.Schema;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A schema has not changed since it was taken: whatever is in it, and however little of that anybody has promised. */
class SnapshotsTest {

    /** Of so many changes one, in brief. */
    private static final int A_FEW = 8;

    private static final Everything EVERYTHING = Everything.on(TestServer.ofDefaultMajor());
    private static final TestDatabase DATABASE = EVERYTHING.copy();
    private static final Contract OF_NOTHING = new Contract(
            List.of(), new TreeSet<>(Set.of("schema public")), new TreeSet<>(), new Schema(List.of()), Spellings.NONE);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void everythingIsWhatItIs() {
        assertUnchanged(EVERYTHING.contract());
        assertUnchanged(OF_NOTHING);
    }

    @TestFactory
    Stream<DynamicTest> andSoItIsAfterAnyChange() {
        List<Case> changes = Case.in("mutation").stream()
                .filter(change -> change.isFor(TestServer.ofDefaultMajor().major()) && !change.has("waits.txt"))
                .toList();
        return IntStream.range(0, changes.size())
                .filter(i -> i % (Case.brief() ? A_FEW : 1) == 0)
                .mapToObj(changes::get)
                .map(change -> DynamicTest.dynamicTest(change.name(), () -> {
                    DATABASE.execute(change.read("drift.sql"));
                    try {
                        assertUnchanged(OF_NOTHING);
                    } finally {
                        DATABASE.execute(change.read("repair.sql"));
                    }
                }));
    }

    private static void assertUnchanged(Contract scope) {
        VerificationConfig config = new SmallRyeConfigBuilder()
                .withMapping(VerificationConfig.class, "plumbline.verification")
                .build()
                .getConfigMapping(VerificationConfig.class, "plumbline.verification");
        var snapshots = new Snapshots(DATABASE.pool(), scope, config, Clock.systemUTC());
        String taken = snapshots.take().await().indefinitely();
        assertEquals(
                List.of(),
                snapshots.compare(taken).await().indefinitely().stream()
                        .map(ReportedDifference::sentence)
                        .toList());
    }
}
