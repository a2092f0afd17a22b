package dev.plumbline.diff;

import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One place where two schemas differ.
 *
 * @param path the object's path
 * @param parent the path of what the object cannot exist without
 * @param change what became of it
 * @param expected the facts that should be there: all of a missing object, those that differ of a changed one
 * @param actual the facts that are there: all of an unexpected object, those that differ of a changed one
 */
public record Difference(
        String path,
        Optional<String> parent,
        Change change,
        SortedMap<String, String> expected,
        SortedMap<String, String> actual) {

    /** What became of an object. */
    public enum Change {
        MISSING,
        UNEXPECTED,
        CHANGED
    }

    static Difference missing(SchemaObject object) {
        return new Difference(
                object.path(), object.parent(), Change.MISSING, object.facts(), Collections.emptySortedMap());
    }

    static Difference unexpected(SchemaObject object) {
        return new Difference(
                object.path(), object.parent(), Change.UNEXPECTED, Collections.emptySortedMap(), object.facts());
    }

    static Difference changed(SchemaObject expected, SchemaObject actual) {
        return new Difference(
                actual.path(),
                actual.parent(),
                Change.CHANGED,
                butFor(expected.facts(), actual.facts()),
                butFor(actual.facts(), expected.facts()));
    }

    private static SortedMap<String, String> butFor(SortedMap<String, String> facts, SortedMap<String, String> others) {
        var differing = new TreeMap<>(facts);
        differing.entrySet().removeAll(others.entrySet());
        return differing;
    }

    public Kind kind() {
        return Kind.of(path);
    }
}
