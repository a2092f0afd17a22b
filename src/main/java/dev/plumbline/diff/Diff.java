package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must happen to the actual schema to make it the expected one.
 *
 * @param differences all of them, by path
 */
public record Diff(List<Difference> differences) {

    public Diff {
        differences = differences.stream()
                .sorted(Comparator.comparing(Difference::path))
                .toList();
    }

    public static Diff between(Schema expected, Schema actual) {
        var comparison = new Comparison(expected);
        actual.stream().forEach(comparison::add);
        return comparison.result(unexpected -> true).diff();
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /**
     * The differences that do not merely follow from another, each with those that follow from it: with a missing table
     * go its columns, its indexes and its policies, and they are not worth a line each.
     */
    public SortedMap<Difference, List<Difference>> roots() {
        Map<String, Difference> byPath =
                differences.stream().collect(Collectors.toMap(Difference::path, Function.identity()));
        Map<String, List<Difference>> byName = differences.stream()
                .filter(difference ->
                        difference.change() == Change.MISSING && Consequence.NAMED.contains(difference.kind()))
                .collect(Collectors.groupingBy(difference -> Wording.name(difference.path())));
        var roots = new TreeMap<Difference, List<Difference>>(Comparator.comparing(Difference::path));
        for (Difference difference : differences) {
            Difference root = root(difference, byPath, byName);
            List<Difference> followers = roots.computeIfAbsent(root, none -> new ArrayList<>());
            if (root != difference) {
                followers.add(difference);
            }
        }
        return roots;
    }

    private static Difference root(
            Difference difference, Map<String, Difference> byPath, Map<String, List<Difference>> byName) {
        var line = new ArrayList<Difference>();
        Optional<Difference> next = Optional.of(difference);
        while (next.isPresent() && !line.contains(next.get())) {
            line.add(next.get());
            next = cause(next.get(), byPath, byName);
        }
        // Two that need each other follow from the first of them.
        return next.map(again -> line.subList(line.indexOf(again), line.size()).stream()
                        .min(Comparator.comparing(Difference::path))
                        .orElseThrow())
                .orElseGet(() -> line.get(line.size() - 1));
    }

    private static Optional<Difference> cause(
            Difference difference, Map<String, Difference> byPath, Map<String, List<Difference>> byName) {
        Stream<Difference> known = Stream.concat(difference.parent().stream(), difference.requires().stream())
                .map(byPath::get)
                .filter(Objects::nonNull);
        Stream<Difference> named = Wording.names(difference)
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .filter(cause -> cause != difference);
        return Stream.concat(known, named)
                .filter(cause -> Consequence.follows(difference, cause))
                .findFirst();
    }
}
