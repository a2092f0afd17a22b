package dev.plumbline.diff;

import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One place where two schemas differ.
 *
 * @param path the object's path
 * @param parent the path of what the object is a part of
 * @param requires the paths of what else it cannot exist without, of a changed one before or after
 * @param change what became of it
 * @param expected the facts that should be there: all of a missing object, those that differ of a changed one
 * @param actual the facts that are there: all of an unexpected object, those that differ of a changed one
 */
public record Difference(
        String path,
        Optional<String> parent,
        List<String> requires,
        Change change,
        SortedMap<String, String> expected,
        SortedMap<String, String> actual) {

    /** What people say of it, which stays the same when its name does not. */
    private static final Set<String> WORDS =
            Set.of("comment", "indexComment", "constraintComment", "multirangeComment", "ruleComment");

    /** What became of an object. */
    public enum Change {
        MISSING,
        UNEXPECTED,
        CHANGED
    }

    static Difference missing(SchemaObject object) {
        return new Difference(
                object.path(),
                object.parent(),
                object.requires(),
                Change.MISSING,
                new TreeMap<>(object.facts()),
                Collections.emptySortedMap());
    }

    static Difference unexpected(SchemaObject object) {
        return new Difference(
                object.path(),
                object.parent(),
                object.requires(),
                Change.UNEXPECTED,
                Collections.emptySortedMap(),
                new TreeMap<>(object.facts()));
    }

    static Difference changed(SchemaObject expected, SchemaObject actual) {
        return new Difference(
                actual.path(),
                actual.parent(),
                Stream.concat(expected.requires().stream(), actual.requires().stream())
                        .distinct()
                        .toList(),
                Change.CHANGED,
                butFor(expected.facts(), actual.facts()),
                butFor(actual.facts(), expected.facts()));
    }

    private static SortedMap<String, String> butFor(Map<String, String> facts, Map<String, String> others) {
        var differing = new TreeMap<>(facts);
        differing.entrySet().removeAll(others.entrySet());
        return differing;
    }

    public Kind kind() {
        return Kind.of(path);
    }

    /** All facts of a missing or an unexpected object. */
    SortedMap<String, String> allFacts() {
        return change == Change.MISSING ? expected : actual;
    }

    /** The same without its own name, which a definition has in it; what a column has in it is that of its type. */
    SortedMap<String, String> factsButForName() {
        if (kind() == Kind.COLUMN) {
            return allFacts();
        }
        String plain = SchemaObject.name(path);
        Pattern name = Pattern.compile("(?<![\\w$\"])" + Pattern.quote(plain) + "(?![\\w$\"])");
        var facts = new TreeMap<>(allFacts());
        facts.replaceAll((fact, text) -> text.contains(plain) && !WORDS.contains(fact)
                ? name.matcher(text).replaceAll("?")
                : text);
        return facts;
    }

    /** What has changed if this unexpected object is that missing one under another name. */
    public Difference since(Difference missing) {
        var before = butFor(missing.factsButForName(), factsButForName());
        var now = butFor(factsButForName(), missing.factsButForName());
        before.replaceAll((fact, text) -> missing.allFacts().get(fact));
        now.replaceAll((fact, text) -> allFacts().get(fact));
        return new Difference(path, parent, requires, Change.CHANGED, before, now);
    }

    /** The names of the facts that either side has. */
    public SortedSet<String> facts() {
        var facts = new TreeSet<>(expected.keySet());
        facts.addAll(actual.keySet());
        return facts;
    }
}
