package dev.plumbline.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.connection.Sql;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract as text: JSON with one object a line, so that a pull request shows what a migration changes. */
public final class ContractFile {

    private static final String OBJECTS = "objects";

    /** Before a major version, the name of the facts that it prints otherwise. */
    private static final String ON = "on";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ContractFile() {}

    /** The contract of this build. */
    public static Contract resource() {
        try (InputStream text = Sql.stream("contract/schema.json")) {
            return read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String write(Contract contract) {
        return "{\n\"owned\": " + strings(contract.owned())
                + ",\n\"elsewhere\": " + strings(contract.elsewhere())
                + ",\n\"migrations\": "
                + lines(contract.migrations().stream()
                        .map(ContractFile::migration)
                        .toList())
                + ",\n\"objects\": "
                + lines(contract.schema().stream()
                        .map(object -> object(object, contract))
                        .toList())
                + "\n}\n";
    }

    /**
     * Reads one line after the other, for a big schema's contract is tens of megabytes of text.
     *
     * @throws IllegalArgumentException if the text is no contract
     */
    public static Contract read(InputStream text) {
        Map<String, List<JsonNode>> parts = new HashMap<>();
        var objects = new Objects();
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String part = parser.currentName();
                Consumer<JsonNode> taker = part.equals(OBJECTS)
                        ? objects::add
                        : parts.computeIfAbsent(part, none -> new ArrayList<>())::add;
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    throw new IllegalArgumentException("the contract's \"" + part + "\" is no list");
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    taker.accept(parser.readValueAsTree());
                }
            }
            return new Contract(
                    part(parts, "migrations").map(ContractFile::migration).toList(),
                    paths(parts, "owned"),
                    paths(parts, "elsewhere"),
                    objects.schema(),
                    new Spellings(objects.spellings));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the contract is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String strings(Collection<String> strings) {
        return strings.stream().map(s -> NODES.textNode(s).toString()).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String lines(Collection<ObjectNode> nodes) {
        return nodes.stream().map(ObjectNode::toString).collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private static ObjectNode migration(Migration migration) {
        ObjectNode node = NODES.objectNode();
        migration.version().ifPresent(version -> node.put("version", version));
        node.put("description", migration.description());
        migration.checksum().ifPresent(checksum -> node.put("checksum", checksum));
        return node;
    }

    private static ObjectNode object(SchemaObject object, Contract contract) {
        ObjectNode node = NODES.objectNode().put("path", object.path());
        object.parent().ifPresent(parent -> node.put("parent", parent));
        if (!object.requires().isEmpty()) {
            object.requires().forEach(node.putArray("requires")::add);
        }
        ObjectNode facts = node.putObject("facts");
        new TreeMap<>(object.facts()).forEach(facts::put);
        new TreeMap<>(contract.spellings().facts()).forEach((major, spelled) -> {
            if (spelled.containsKey(object.path())) {
                new TreeMap<>(spelled.get(object.path())).forEach(node.putObject(ON + major)::put);
            }
        });
        return node;
    }

    private static Migration migration(JsonNode node) {
        return new Migration(
                Optional.ofNullable(node.get("version")).map(JsonNode::textValue),
                required(node, "description").textValue(),
                Optional.ofNullable(node.get("checksum")).map(JsonNode::intValue));
    }

    private static SortedSet<String> paths(Map<String, List<JsonNode>> parts, String name) {
        return part(parts, name).map(JsonNode::textValue).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> part(Map<String, List<JsonNode>> parts, String name) {
        if (!parts.containsKey(name)) {
            throw new IllegalArgumentException("the contract has no \"" + name + "\"");
        }
        return parts.get(name).stream();
    }

    private static JsonNode required(JsonNode node, String field) {
        if (!node.has(field)) {
            throw new IllegalArgumentException("the contract has no \"" + field + "\" in " + node);
        }
        return node.get(field);
    }

    /** The objects, with each text once: the same owner and the same type stand on thousands of lines. */
    private static final class Objects {

        private final List<SchemaObject> objects = new ArrayList<>();
        private final Map<String, String> texts = new HashMap<>();
        private final Map<Integer, Map<String, Map<String, String>>> spellings = new HashMap<>();

        void add(JsonNode node) {
            String path = required(node, "path").textValue();
            node.properties().stream()
                    .filter(part -> part.getKey().matches(ON + "\\d+"))
                    .forEach(part -> spellings
                            .computeIfAbsent(
                                    Integer.valueOf(part.getKey().substring(ON.length())), none -> new HashMap<>())
                            .put(path, facts(part.getValue())));
            objects.add(new SchemaObject(
                    path,
                    Optional.ofNullable(node.get("parent")).map(this::once),
                    StreamSupport.stream(node.path("requires").spliterator(), false)
                            .map(this::once)
                            .toList(),
                    facts(required(node, "facts"))));
        }

        private Map<String, String> facts(JsonNode node) {
            Map<String, String> facts = new HashMap<>();
            node.properties().forEach(fact -> facts.put(once(fact.getKey()), once(fact.getValue())));
            return facts;
        }

        private String once(JsonNode text) {
            return once(text.textValue());
        }

        private String once(String text) {
            return texts.computeIfAbsent(text, Function.identity());
        }

        Schema schema() {
            if (objects.isEmpty()) {
                throw new IllegalArgumentException("the contract has no \"" + OBJECTS + "\"");
            }
            return new Schema(objects);
        }
    }
}
