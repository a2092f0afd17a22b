package dev.plumbline.contract;

import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a major version of PostgreSQL prints otherwise than the one that a contract was written on.
 *
 * @param facts by major and path
 */
public record Spellings(Map<Integer, Map<String, Map<String, String>>> facts) {

    public static final Spellings NONE = new Spellings(Map.of());

    public Spellings {
        facts = Map.copyOf(facts);
    }

    /**
     * These, and those of one more major. An object that only one of the two schemas has is not a matter of spelling, and
     * stays a difference.
     *
     * @param ours as the contract has it
     * @param its what the same migrations build on that major
     */
    Spellings and(int major, Schema ours, Schema its) {
        Map<String, Map<String, String>> spelled = new HashMap<>();
        its.stream()
                .forEach(object -> ours.object(object.path()).ifPresent(promised -> {
                    var otherwise = new TreeMap<>(object.facts());
                    otherwise.entrySet().removeAll(promised.facts().entrySet());
                    otherwise.keySet().retainAll(promised.facts().keySet());
                    if (!otherwise.isEmpty()) {
                        spelled.put(object.path(), otherwise);
                    }
                }));
        var all = new HashMap<>(facts);
        if (!spelled.isEmpty()) {
            all.put(major, spelled);
        }
        return new Spellings(all);
    }

    /** The object as that major prints it, in the words of the schema. */
    SchemaObject undone(int major, SchemaObject object, Schema ours) {
        Map<String, String> otherwise = facts.getOrDefault(major, Map.of()).getOrDefault(object.path(), Map.of());
        if (otherwise.isEmpty()) {
            return object;
        }
        Map<String, String> promised = ours.object(object.path()).orElseThrow().facts();
        var words = new TreeMap<>(object.facts());
        words.replaceAll((fact, text) -> text.equals(otherwise.get(fact)) ? promised.get(fact) : text);
        return new SchemaObject(object.path(), object.parent(), object.requires(), words);
    }
}
