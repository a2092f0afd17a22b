package dev.plumbline.diff;

import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A comparison that takes the actual objects one by one, in any order, and keeps only those that are not as expected. It
 * is made for one use in one thread.
 */
public final class Comparison {

    private final Schema expected;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, SchemaObject> changed = new HashMap<>();
    private final Map<String, SchemaObject> strangers = new HashMap<>();

    public Comparison(Schema expected) {
        this.expected = expected;
    }

    /**
     * @throws IllegalArgumentException if an object with this path was here before, for then one of them would go unseen
     */
    public void add(SchemaObject actual) {
        String path = actual.path();
        Optional<SchemaObject> promised = expected.object(path);
        boolean isNew = promised.isPresent() ? seen.add(path) : strangers.put(path, actual) == null;
        if (!isNew) {
            throw new IllegalArgumentException("two objects have the path " + path);
        }
        promised.filter(object -> !object.facts().equals(actual.facts()))
                .ifPresent(object -> changed.put(path, actual));
    }

    /** An object by its path, whichever side has it. */
    public Optional<SchemaObject> object(String path) {
        return Optional.ofNullable(strangers.get(path)).or(() -> expected.object(path));
    }

    /**
     * The end: nothing more comes.
     *
     * @param counts which of the objects that nobody expects are a difference
     */
    public Result result(Predicate<SchemaObject> counts) {
        var differences = new ArrayList<Difference>();
        expected.stream()
                .filter(object -> !seen.contains(object.path()))
                .map(Difference::missing)
                .forEach(differences::add);
        changed.forEach((path, object) ->
                differences.add(Difference.changed(expected.object(path).orElseThrow(), object)));
        List<SchemaObject> unexpected =
                strangers.values().stream().filter(counts).toList();
        unexpected.stream().map(Difference::unexpected).forEach(differences::add);
        return new Result(new Diff(differences), differences.isEmpty() ? expected : actual(unexpected));
    }

    private Schema actual(List<SchemaObject> unexpected) {
        var actual = new ArrayList<>(unexpected);
        expected.stream()
                .filter(object -> seen.contains(object.path()))
                .map(object -> changed.getOrDefault(object.path(), object))
                .forEach(actual::add);
        return new Schema(actual);
    }

    /**
     * What came of it.
     *
     * @param actual the objects that are there and count
     */
    public record Result(Diff diff, Schema actual) {}
}
