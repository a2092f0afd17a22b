package dev.plumbline.verification;

import dev.plumbline.connection.Sql;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of severities: {@code verification/severity.txt}. */
final class Severities {

    private static final String ANY = "*";
    private static final String OBJECT = "object";

    /** What a line says, by its kind and fact. */
    private final Map<String, Severity> lines = new HashMap<>();

    private Severities() {}

    static Severities table() {
        var table = new Severities();
        Sql.resource("verification/severity.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .forEach(words -> table.lines.put(
                        words[0] + " " + words[1], Severity.valueOf(words[2].toUpperCase(Locale.ROOT))));
        return table;
    }

    /**
     * @param followers the differences that follow from it
     */
    Severity of(Difference difference, Collection<Difference> followers) {
        Stream<Difference> all = difference.change() == Change.UNEXPECTED
                ? Stream.concat(Stream.of(difference), followers.stream())
                : Stream.of(difference);
        return all.map(this::alone).min(Comparator.naturalOrder()).orElseThrow();
    }

    private Severity alone(Difference difference) {
        if (difference.change() != Change.CHANGED) {
            return of(difference.kind(), OBJECT);
        }
        return difference.facts().stream()
                .map(fact -> of(difference.kind(), fact))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Severity of(Kind kind, String fact) {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return Stream.of(word + " " + fact, ANY + " " + fact, word + " " + ANY)
                .flatMap(line -> Optional.ofNullable(lines.get(line)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("severity.txt has no line for " + kind + " " + fact));
    }
}
