package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Guesses what was renamed, or moved to another schema: one object is missing, one of the same kind is unexpected, all facts of
 * the two are the same but for their names, and no third object is like them.
 */
final class Renaming {

    private final Map<String, Difference> byPath;
    private final Map<Difference, Difference> others = new HashMap<>();
    private final List<Difference> schemas;

    /**
     * Everything but the name, or but the schema, that makes an object what it is.
     *
     * @param place what it is a part of; or its name, if that is the same and its schema another
     * @param columns its columns with their facts
     */
    private record Likeness(Kind kind, Object place, Map<String, String> facts, List<String> columns) {}

    Renaming(Collection<Difference> differences) {
        byPath = differences.stream().collect(Collectors.toMap(Difference::path, Function.identity()));
        Map<String, List<String>> columns = differences.stream()
                .filter(difference -> difference.kind() == Kind.COLUMN && difference.change() != Change.CHANGED)
                .collect(Collectors.groupingBy(
                        column -> column.change() + column.parent().orElse(""),
                        Collectors.mapping(
                                column -> SchemaObject.name(column.path()) + column.allFacts(), Collectors.toList())));
        Map<Difference, List<String>> candidates = differences.stream()
                .filter(difference -> difference.change() != Change.CHANGED)
                .collect(Collectors.toMap(
                        Function.identity(),
                        difference -> columns.getOrDefault(difference.change() + difference.path(), List.of())));
        pair(candidates, Difference::parent);
        candidates.keySet().removeAll(others.keySet());
        candidates
                .keySet()
                .removeIf(difference -> difference
                        .parent()
                        .filter(parent -> Kind.of(parent) == Kind.SCHEMA)
                        .isEmpty());
        pair(candidates, difference -> SchemaObject.name(difference.path()));
        schemas = others.keySet().stream()
                .filter(difference -> difference.kind() == Kind.SCHEMA && difference.change() == Change.MISSING)
                .toList();
    }

    private void pair(Map<Difference, List<String>> candidates, Function<Difference, Object> place) {
        candidates.entrySet().stream()
                .collect(Collectors.groupingBy(
                        candidate -> new Likeness(
                                candidate.getKey().kind(),
                                place.apply(candidate.getKey()),
                                candidate.getKey().factsButForName(),
                                candidate.getValue()),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .values()
                .stream()
                .filter(pair -> pair.size() == 2)
                .filter(pair -> pair.get(0).change() != pair.get(1).change())
                .forEach(pair -> {
                    others.put(pair.get(0), pair.get(1));
                    others.put(pair.get(1), pair.get(0));
                });
    }

    /** The other side of a missing or an unexpected object. */
    Optional<Difference> other(Difference difference) {
        return Optional.ofNullable(others.get(difference));
    }

    /** Schemas that are gone, but there under another name. */
    List<Difference> schemas() {
        return schemas;
    }

    /** Whether what depends on something renamed is as it was, on the other side, with the other name. */
    boolean isCarriedAlong(Difference difference, Difference renamed) {
        Difference other = others.get(renamed);
        return Stream.of(
                        renamed(difference.path(), name(renamed.path()), name(other.path())),
                        renamed(difference.path(), schema(renamed) + ".", schema(other) + "."))
                .map(byPath::get)
                .filter(Objects::nonNull)
                .filter(twin -> twin.change() == other.change())
                .anyMatch(twin -> isSame(difference, twin, renamed, other));
    }

    private static boolean isSame(Difference difference, Difference twin, Difference renamed, Difference other) {
        Map<String, String> facts = difference.allFacts();
        Map<String, String> its = twin.allFacts();
        var names = new Wording(List.of(renamed.path()))
                .differsInNames(Map.of(renamed.path(), Collections.singleton(SchemaObject.name(other.path()))))
                .or(Wording.differsInSchema(schema(renamed), schema(other)));
        return facts.keySet().equals(its.keySet())
                && facts.entrySet().stream()
                        .allMatch(fact -> fact.getValue().equals(its.get(fact.getKey()))
                                || names.test(fact.getValue(), its.get(fact.getKey())));
    }

    private static String renamed(String path, String from, String to) {
        return Pattern.compile("(?<![\\w$\".])" + Pattern.quote(from) + "(?![\\w$\"])")
                .matcher(path)
                .replaceFirst(Matcher.quoteReplacement(to));
    }

    /** A path without its kind. */
    private static String name(String path) {
        return path.substring(Kind.of(path).label().length()).strip();
    }

    private static String schema(Difference difference) {
        return difference.kind() == Kind.SCHEMA
                ? SchemaObject.name(difference.path())
                : difference.parent().map(SchemaObject::name).orElse("");
    }
}
