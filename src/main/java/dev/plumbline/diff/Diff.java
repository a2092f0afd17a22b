package dev.plumbline.diff;

import dev.plumbline.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        var roots = new TreeMap<Difference, List<Difference>>(Comparator.comparing(Difference::path));
        for (Difference difference : differences) {
            Difference root = root(difference, byPath);
            List<Difference> followers = roots.computeIfAbsent(root, none -> new ArrayList<>());
            if (root != difference) {
                followers.add(difference);
            }
        }
        return roots;
    }

    private static Difference root(Difference difference, Map<String, Difference> byPath) {
        Difference root = difference;
        Optional<Difference> cause = cause(root, byPath);
        while (cause.isPresent()) {
            root = cause.get();
            cause = cause(root, byPath);
        }
        return root;
    }

    private static Optional<Difference> cause(Difference difference, Map<String, Difference> byPath) {
        return Stream.concat(difference.parent().stream(), difference.requires().stream())
                .map(byPath::get)
                .filter(cause -> cause != null && Consequence.follows(difference, cause))
                .findFirst();
    }
}
