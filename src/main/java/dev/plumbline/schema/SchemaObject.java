package dev.plumbline.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing in a schema, known by its path, with the facts that make it what it is.
 *
 * @param path the kind and the quoted, qualified name: {@code column public.leads.status}
 * @param parent the path of what it cannot exist without; empty for what belongs to the database itself
 * @param facts PostgreSQL's own text of each fact by its name; what does not apply is absent
 */
public record SchemaObject(String path, Optional<String> parent, SortedMap<String, String> facts) {

    public SchemaObject {
        Kind.of(path);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public SchemaObject(String path, String parent, Map<String, String> facts) {
        this(path, Optional.ofNullable(parent), new TreeMap<>(facts));
    }

    public Kind kind() {
        return Kind.of(path);
    }

    /** The text of one fact, if the object has it. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }
}
