package dev.plumbline.diff;

import dev.plumbline.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What must happen to the actual schema to make it the expected one. */
public final class Diff {

    private final List<Difference> differences;
    private final Renaming renaming;

    public Diff(Collection<Difference> differences) {
        this.differences = differences.stream()
                .sorted(Comparator.comparing(Difference::path))
                .toList();
        this.renaming = new Renaming(this.differences);
    }

    /** All of them, by path. */
    public List<Difference> differences() {
        return differences;
    }

    public static Diff between(Schema expected, Schema actual) {
        var comparison = new Comparison(expected, (unexpected, objects) -> true);
        actual.stream().forEach(comparison::add);
        return comparison.result().diff();
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /**
     * The differences that do not merely follow from another, by path: with a missing table go its columns, its indexes and its
     * policies, and they are not worth a line each.
     */
    public List<Root> roots() {
        var causes = new Causes(differences, renaming);
        var roots = new TreeMap<Difference, List<Difference>>(Comparator.comparing(Difference::path));
        for (Difference difference : differences) {
            Difference root = root(difference, causes);
            List<Difference> followers = roots.computeIfAbsent(root, none -> new ArrayList<>());
            if (root != difference) {
                followers.add(difference);
            }
        }
        return roots.entrySet().stream()
                .map(root -> Root.of(root.getKey(), root.getValue(), renaming.other(root.getKey())))
                .toList();
    }

    private static Difference root(Difference difference, Causes causes) {
        var line = new ArrayList<Difference>();
        Optional<Difference> next = Optional.of(difference);
        while (next.isPresent() && !line.contains(next.get())) {
            line.add(next.get());
            next = causes.of(next.get());
        }
        // Two that need each other follow from the first of them.
        return next.map(again -> line.subList(line.indexOf(again), line.size()).stream()
                        .min(Comparator.comparing(Difference::path))
                        .orElseThrow())
                .orElseGet(() -> line.get(line.size() - 1));
    }
}
