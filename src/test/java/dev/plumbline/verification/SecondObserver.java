package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.testing.Case;
import dev.plumbline.testing.Dump;
import dev.plumbline.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares what we see with what pg_dump sees. Where the two do not agree, {@code observer.txt} in the folder of the corpus
 * has a line with the case and the reason; a line without need is a mistake as well.
 */
final class SecondObserver {

    private final Map<String, String> reasons;
    private final String before;

    SecondObserver(String corpus, String before) {
        this.reasons = reasons(Path.of("src", "test", "resources", corpus, "observer.txt"));
        this.before = before;
    }

    /** Fails if pg_dump sees what we do not, or the other way round, and nobody has said why. */
    void compare(Case change, TestDatabase database, boolean seen) {
        boolean dumped = !Dump.schema(database).equals(before);
        assertEquals(
                reasons.containsKey(change.name()) != seen,
                dumped,
                () -> change.name() + (dumped ? " changes" : " does not change") + " the dump; in observer.txt: "
                        + reasons.get(change.name()));
    }

    private static Map<String, String> reasons(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
