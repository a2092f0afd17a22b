package dev.plumbline.verification;

import dev.plumbline.connection.Sql;
import dev.plumbline.diff.Diff;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The table of severities: {@code verification/severity.txt}. */
final class Severities {

    private static final String ANY = "*";
    private static final String OBJECT = "object";

    private final List<Rule> rules;

    private record Rule(String kind, String fact, Severity severity) {
        static Rule of(String line) {
            String[] words = line.split("\\s+");
            return new Rule(words[0], words[1], Severity.valueOf(words[2].toUpperCase(Locale.ROOT)));
        }

        boolean fits(Kind ofKind, String ofFact) {
            return Set.of(ANY, ofKind.name().toLowerCase(Locale.ROOT)).contains(kind)
                    && Set.of(ANY, ofFact).contains(fact);
        }
    }

    private Severities(List<Rule> rules) {
        this.rules = rules;
    }

    static Severities table() {
        return new Severities(
                Arrays.stream(Sql.resource("verification/severity.txt").split("\n"))
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Rule::of)
                        .toList());
    }

    /**
     * @param diff all differences, those that follow from this one included
     */
    Severity of(Difference difference, Diff diff) {
        return difference.change() == Change.UNEXPECTED
                ? diff.followers(difference).map(this::alone).reduce(alone(difference), Severities::worse)
                : alone(difference);
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Severity alone(Difference difference) {
        if (difference.change() != Change.CHANGED) {
            return of(difference.kind(), OBJECT);
        }
        var facts = new TreeSet<>(difference.expected().keySet());
        facts.addAll(difference.actual().keySet());
        return facts.stream()
                .map(fact -> of(difference.kind(), fact))
                .min(Comparator.naturalOrder())
                .orElse(Severity.NOTE);
    }

    private Severity of(Kind kind, String fact) {
        return rules.stream()
                .filter(rule -> rule.fits(kind, fact))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("severity.txt has no line for " + kind + " " + fact))
                .severity();
    }
}
