package dev.plumbline.verification;

import dev.plumbline.connection.Sql;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Change;
import dev.plumbline.diff.Root;
import dev.plumbline.schema.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of severities: {@code verification/severity.txt}. */
final class Severities {

    private static final String ANY = "*";
    private static final String OBJECT = "object";

    /** What a line says, by its kind and fact. */
    private final Map<String, Severity> lines = new HashMap<>();

    /** What begins so, by its kind and fact. */
    private final Map<String, Beginning> beginnings = new HashMap<>();

    private record Beginning(Pattern text, Severity severity) {

        Optional<Severity> of(String fact) {
            return Optional.of(severity).filter(any -> text.matcher(fact).lookingAt());
        }
    }

    private Severities() {}

    static Severities table() {
        var table = new Severities();
        Sql.resource("verification/severity.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .forEach(words -> table.add(
                        words[0], words[1].split("=", 2), Severity.valueOf(words[2].toUpperCase(Locale.ROOT))));
        return table;
    }

    private void add(String kind, String[] fact, Severity severity) {
        String line = kind + " " + fact[0];
        if (fact.length == 1) {
            lines.put(line, severity);
        } else {
            beginnings.put(line, new Beginning(Pattern.compile(fact[1]), severity));
        }
    }

    Severity of(Root root) {
        return Stream.concat(Stream.of(root.difference()), root.all().filter(follower -> isWorse(root, follower)))
                .map(this::alone)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether it may be worse than the root: what is merely told in other words is not. */
    private static boolean isWorse(Root root, Difference follower) {
        return switch (root.difference().change()) {
            case UNEXPECTED -> true;
            case MISSING -> root.renamed().isEmpty() && root.others().contains(follower);
            case CHANGED -> follower.change() != Change.CHANGED;
        };
    }

    private Severity alone(Difference difference) {
        Stream<String> facts = difference.change() == Change.CHANGED ? difference.facts().stream() : Stream.of(OBJECT);
        return Stream.concat(facts.map(fact -> of(difference.kind(), fact)), byText(difference))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Stream<Severity> byText(Difference difference) {
        return Stream.of(difference.expected(), difference.actual())
                .flatMap(facts -> facts.entrySet().stream())
                .flatMap(fact -> Optional.ofNullable(beginnings.get(word(difference.kind()) + " " + fact.getKey()))
                        .flatMap(beginning -> beginning.of(fact.getValue()))
                        .stream());
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Severity of(Kind kind, String fact) {
        return Stream.of(word(kind) + " " + fact, ANY + " " + fact, word(kind) + " " + ANY)
                .flatMap(line -> Optional.ofNullable(lines.get(line)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("severity.txt has no line for " + kind + " " + fact));
    }
}
