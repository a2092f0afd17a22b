package dev.plumbline.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sorted map from a path to an object: what a database holds, or what it should hold. */
public final class Schema {

    private final SortedMap<String, SchemaObject> sorted;
    private final Map<String, SchemaObject> byPath;
    private volatile Set<String> required;
    private volatile String fingerprint;

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
        this.sorted = sorted;
        this.byPath = new HashMap<>(sorted);
    }

    public Optional<SchemaObject> object(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    public boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** Whether any of its objects goes with that of the path, which need not be one of them. */
    public boolean requires(String path) {
        if (required == null) {
            required = stream().flatMap(object -> object.requires().stream()).collect(Collectors.toSet());
        }
        return required.contains(path);
    }

    /** The objects, by path. */
    public Stream<SchemaObject> stream() {
        return sorted.values().stream();
    }

    public int size() {
        return sorted.size();
    }

    /** The objects that satisfy the condition. */
    public Schema only(Predicate<SchemaObject> condition) {
        return new Schema(stream().filter(condition).toList());
    }

    /**
     * The path at the top of an object's line of parents: its schema, or the object itself where it belongs to the
     * database. A parent that is not found ends the line.
     *
     * @param parents finds an object by its path
     */
    public static String root(SchemaObject object, Function<String, Optional<SchemaObject>> parents) {
        String root = object.path();
        Optional<String> parent = object.parent();
        while (parent.isPresent()) {
            root = parent.get();
            parent = parents.apply(root).flatMap(SchemaObject::parent);
        }
        return root;
    }

    /** SHA-256 in hexadecimal of all paths and facts: equal schemas, and only they, have equal fingerprints. */
    public String fingerprint() {
        if (fingerprint == null) {
            fingerprint = digest();
        }
        return fingerprint;
    }

    private String digest() {
        MessageDigest digest = sha256();
        for (SchemaObject object : sorted.values()) {
            digest(digest, object.path());
            digest(digest, Integer.toString(object.facts().size()));
            new TreeMap<>(object.facts()).forEach((name, text) -> {
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
        return other instanceof Schema that && byPath.equals(that.byPath);
    }

    @Override
    public int hashCode() {
        return byPath.hashCode();
    }

    @Override
    public String toString() {
        return sorted.values().toString();
    }
}
