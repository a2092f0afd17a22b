package dev.plumbline.verification;

import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Guesses what was renamed: one object is missing, one of the same kind and parent is unexpected, all facts of the two are
 * the same but for their names, and no third object is like them. It stays a guess, and both remain in the report.
 */
final class Renames {

    private Renames() {}

    /**
     * Everything but the name that makes an object what it is.
     *
     * @param parts the facts of its columns
     */
    private record Likeness(Kind kind, Optional<String> parent, Map<String, String> facts, List<String> parts) {}

    /** The paths of those that were renamed, each with the other one. */
    static Map<String, String> suggested(SortedMap<Difference, List<Difference>> roots) {
        Map<Likeness, List<Difference>> alike = roots.entrySet().stream()
                .filter(root -> root.getKey().change() != Change.CHANGED)
                .collect(Collectors.groupingBy(
                        root -> likeness(root.getKey(), root.getValue()),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        Map<String, String> renamed = new HashMap<>();
        alike.values().stream()
                .filter(pair -> pair.size() == 2)
                .filter(pair -> pair.get(0).change() != pair.get(1).change())
                .forEach(pair -> {
                    renamed.put(pair.get(0).path(), pair.get(1).path());
                    renamed.put(pair.get(1).path(), pair.get(0).path());
                });
        return renamed;
    }

    private static Likeness likeness(Difference difference, List<Difference> followers) {
        return new Likeness(
                difference.kind(),
                difference.parent(),
                difference.factsButForName(),
                followers.stream()
                        .filter(follower -> follower.kind() == Kind.COLUMN)
                        .map(column -> SchemaObject.name(column.path()) + facts(column))
                        .toList());
    }

    private static SortedMap<String, String> facts(Difference difference) {
        return difference.change() == Change.MISSING ? difference.expected() : difference.actual();
    }
}
