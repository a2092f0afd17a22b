package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        differences = List.copyOf(differences);
    }

    public static Diff between(Schema expected, Schema actual) {
        var differences = new ArrayList<Difference>();
        expected.stream()
                .forEach(object -> actual.object(object.path())
                        .ifPresentOrElse(
                                other -> {
                                    if (!object.facts().equals(other.facts())) {
                                        differences.add(Difference.changed(object, other));
                                    }
                                },
                                () -> differences.add(Difference.missing(object))));
        actual.stream()
                .filter(object -> !expected.has(object.path()))
                .forEach(object -> differences.add(Difference.unexpected(object)));
        differences.sort(Comparator.comparing(Difference::path));
        return new Diff(differences);
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /**
     * The differences that do not merely follow from another: with a missing table go its columns, its indexes and its
     * policies, and they are not worth a line each.
     */
    public List<Difference> roots() {
        Map<String, Difference> byPath =
                differences.stream().collect(Collectors.toMap(Difference::path, Function.identity()));
        return differences.stream().filter(d -> !follows(d, byPath)).toList();
    }

    /** The differences that only follow from this one, directly or through one another. */
    public Stream<Difference> followers(Difference root) {
        return differences.stream()
                .filter(d -> d.change() == root.change())
                .filter(d -> d.parent().filter(root.path()::equals).isPresent())
                .flatMap(d -> Stream.concat(Stream.of(d), followers(d)));
    }

    private static boolean follows(Difference difference, Map<String, Difference> byPath) {
        return difference.change() != Change.CHANGED
                && difference
                        .parent()
                        .map(byPath::get)
                        .filter(parent -> parent.change() == difference.change())
                        .isPresent();
    }
}
