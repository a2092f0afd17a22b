package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plumbline.schema.Kind;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of src/test/resources/mutation changes one fact of one object by hand, at least one folder for each fact of
 * each kind. What is told is exactly one difference, or as many as the first line of drift.sql gives a reason for.
 */
class MutationTest {

    private static final List<String> MORE =
            List.of("-- Two differences: ", "-- Three differences: ", "-- Four differences: ");

    @TestFactory
    Stream<DynamicNode> everyFactIsWatched() {
        return TestServer.onEachMajor(MutationTest::cases);
    }

    private static Stream<DynamicTest> cases(TestServer server) {
        Everything everything = Everything.on(server);
        Optional<SecondObserver> observer = everything.observer("mutation");
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        "every kind is there that migrations make", () -> isComplete(everything))),
                Case.in("mutation").stream()
                        .filter(change -> change.isFor(server.major()) && !change.has("waits.txt"))
                        .map(change ->
                                DynamicTest.dynamicTest(change.name(), () -> check(change, everything, observer))));
    }

    private static void isComplete(Everything everything) {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(Kind.STRAY, Kind.ROLE_ATTRIBUTE)),
                everything.contract().schema().stream()
                        .map(object -> object.kind())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class))));
    }

    private static void check(Case change, Everything everything, Optional<SecondObserver> observer)
            throws JsonProcessingException {
        try (TestDatabase database = everything.copy()) {
            Report drifted = new Drift(change, database, everything.contract())
                    .check(() -> observer.ifPresent(other -> other.compare(change, database, true)));
            assertEquals(expected(change), drifted.differences().size());
        }
    }

    private static int expected(Case change) {
        String drift = change.read("drift.sql");
        return MORE.stream()
                .filter(drift::startsWith)
                .map(more -> MORE.indexOf(more) + 2)
                .findFirst()
                .orElse(1);
    }
}
