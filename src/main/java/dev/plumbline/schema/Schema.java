package dev.plumbline.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A sorted map from a path to an object: what a database holds, or what it should hold. */
public final class Schema {

    private final SortedMap<String, SchemaObject> objects;

    /**
     * @throws IllegalArgumentException if two objects have the same path, for then one of them would go unseen
     */
    public Schema(Collection<SchemaObject> objects) {
        var sorted = new TreeMap<String, SchemaObject>();
        for (SchemaObject object : objects) {
            if (sorted.put(object.path(), object) != null) {
                throw new IllegalArgumentException("two objects have the path " + object.path());
            }
        }
        this.objects = Collections.unmodifiableSortedMap(sorted);
    }

    public Optional<SchemaObject> object(String path) {
        return Optional.ofNullable(objects.get(path));
    }

    public boolean has(String path) {
        return objects.containsKey(path);
    }

    public SortedMap<String, SchemaObject> objects() {
        return objects;
    }

    public Stream<SchemaObject> stream() {
        return objects.values().stream();
    }

    public int size() {
        return objects.size();
    }

    /** The objects that satisfy the condition. */
    public Schema only(Predicate<SchemaObject> condition) {
        return new Schema(stream().filter(condition).toList());
    }

    /**
     * The path at the top of an object's line of parents: its schema, or the object itself where it belongs to the
     * database. A parent that this schema does not hold ends the line.
     */
    public String root(SchemaObject object) {
        String root = object.path();
        Optional<String> parent = object.parent();
        while (parent.isPresent()) {
            root = parent.get();
            parent = object(root).flatMap(SchemaObject::parent);
        }
        return root;
    }

    /** SHA-256 in hexadecimal of all paths and facts: equal schemas, and only they, have equal fingerprints. */
    public String fingerprint() {
        MessageDigest digest = sha256();
        for (SchemaObject object : objects.values()) {
            digest(digest, object.path());
            digest(digest, Integer.toString(object.facts().size()));
            object.facts().forEach((name, text) -> {
                digest(digest, name);
                digest(digest, text);
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void digest(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema that && objects.equals(that.objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    @Override
    public String toString() {
        return objects.values().toString();
    }
}
