package dev.plumbline.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One thing in a schema, known by its path, with the facts that make it what it is.
 *
 * @param path the kind and the quoted, qualified name: {@code column public.leads.status}
 * @param parent the path of what it is a part of; empty for what belongs to the database itself
 * @param requires the paths of what else it cannot exist without, such as the columns of an index
 * @param facts PostgreSQL's own text of each fact by its name, in no order; what does not apply is absent
 */
public record SchemaObject(String path, Optional<String> parent, List<String> requires, Map<String, String> facts) {

    public SchemaObject {
        Kind.of(path);
        requires = List.copyOf(requires);
        facts = Map.copyOf(facts);
    }

    public SchemaObject(String path, String parent, Map<String, String> facts) {
        this(path, Optional.ofNullable(parent), List.of(), facts);
    }

    /** The same object, which cannot exist without these either. */
    public SchemaObject requiring(List<String> more) {
        return new SchemaObject(
                path,
                parent,
                Stream.concat(requires.stream(), more.stream()).distinct().toList(),
                facts);
    }

    /** The same object with another text of one fact. */
    public SchemaObject with(String fact, String text) {
        var changed = new TreeMap<>(facts);
        changed.put(fact, text);
        return new SchemaObject(path, parent, requires, changed);
    }

    public Kind kind() {
        return Kind.of(path);
    }

    /** The text of one fact, if the object has it. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** The last identifier of a path, with its quotes; of a function without its arguments. */
    public static String name(String path) {
        boolean quoted = false;
        int start = 0;
        int end = path.length();
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '.' || c == ' ')) {
                start = i + 1;
            } else if (!quoted && c == '(') {
                end = i;
            }
        }
        return path.substring(start, end);
    }
}
