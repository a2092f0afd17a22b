package dev.plumbline.diff;

import dev.plumbline.schema.Kind;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison that takes the actual objects one by one, in any order, and keeps only those that are not as expected. It
 * is made for one use in one thread.
 */
public final class Comparison {

    private final Schema expected;
    private final Scope scope;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, SchemaObject> changed = new HashMap<>();
    private final Map<String, SchemaObject> strangers = new HashMap<>();

    /** Which of the objects that nobody expects are a difference. */
    public interface Scope {

        /**
         * @param objects finds any object by its path, whichever side has it
         */
        boolean covers(SchemaObject unexpected, Function<String, Optional<SchemaObject>> objects);
    }

    public Comparison(Schema expected, Scope scope) {
        this.expected = expected;
        this.scope = scope;
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

    /** What one of the actual objects cannot exist without, besides what it was added with. */
    public void require(String path, List<String> paths) {
        changed.computeIfPresent(path, (same, object) -> object.requiring(paths));
        strangers.computeIfPresent(path, (same, object) -> object.requiring(paths));
    }

    /** Whether anything differs, as far as it has been added. */
    public boolean differs() {
        return seen.size() < expected.size()
                || !changed.isEmpty()
                || unexpected().findAny().isPresent();
    }

    private Stream<SchemaObject> unexpected() {
        return strangers.values().stream().filter(object -> scope.covers(object, this::object));
    }

    private Optional<SchemaObject> object(String path) {
        return Optional.ofNullable(strangers.get(path)).or(() -> expected.object(path));
    }

    /** The end: nothing more comes. */
    public Result result() {
        var differences = new ArrayList<Difference>();
        List<SchemaObject> missing = expected.stream()
                .filter(object -> !seen.contains(object.path()))
                .toList();
        missing.stream().map(Difference::missing).forEach(differences::add);
        changed.forEach((path, object) ->
                differences.add(Difference.changed(expected.object(path).orElseThrow(), object)));
        List<SchemaObject> unexpected = withRenamedRoles(missing, unexpected().toList());
        unexpected.stream().map(Difference::unexpected).forEach(differences::add);
        return new Result(new Diff(differences), differences.isEmpty() ? expected : actual(unexpected));
    }

    /** A role that nobody expects is nobody's business, unless it is one that is missing: then all that it has counts as well. */
    private List<SchemaObject> withRenamedRoles(List<SchemaObject> missing, List<SchemaObject> unexpected) {
        List<SchemaObject> roles =
                missing.stream().filter(object -> object.kind() == Kind.ROLE).toList();
        if (roles.isEmpty()) {
            return unexpected;
        }
        Set<String> needed = Stream.concat(unexpected.stream(), changed.values().stream())
                .flatMap(object -> Stream.concat(
                        object.requires().stream(),
                        object.fact("owner").stream().map(owner -> Kind.ROLE.label() + " " + owner)))
                .collect(Collectors.toSet());
        Set<String> renamed = roles.stream()
                .flatMap(role -> strangers.values().stream()
                        .filter(other -> other.kind() == Kind.ROLE && needed.contains(other.path()))
                        .filter(other -> other.facts().equals(role.facts())))
                .map(SchemaObject::path)
                .collect(Collectors.toSet());
        Stream<SchemaObject> theirs = strangers.values().stream()
                .filter(object -> renamed.contains(object.path())
                        || object.requires().stream().anyMatch(renamed::contains));
        return Stream.concat(unexpected.stream(), theirs).distinct().toList();
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
