package dev.plumbline.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract as text: JSON with one object a line, so that a pull request shows what a migration changes. */
public final class ContractFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ContractFile() {}

    public static String write(Contract contract) {
        return "{\n\"owned\": " + strings(contract.owned())
                + ",\n\"elsewhere\": " + strings(contract.elsewhere())
                + ",\n\"migrations\": "
                + lines(contract.migrations().stream()
                        .map(ContractFile::migration)
                        .toList())
                + ",\n\"objects\": "
                + lines(contract.schema().stream().map(ContractFile::object).toList())
                + "\n}\n";
    }

    /**
     * @throws IllegalArgumentException if the text is no contract
     */
    public static Contract read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return new Contract(
                    elements(root, "migrations").map(ContractFile::migration).toList(),
                    paths(root, "owned"),
                    paths(root, "elsewhere"),
                    new Schema(
                            elements(root, "objects").map(ContractFile::object).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the contract is not JSON: " + e.getOriginalMessage(), e);
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

    private static ObjectNode object(SchemaObject object) {
        ObjectNode node = NODES.objectNode().put("path", object.path());
        object.parent().ifPresent(parent -> node.put("parent", parent));
        ObjectNode facts = node.putObject("facts");
        object.facts().forEach(facts::put);
        return node;
    }

    private static Migration migration(JsonNode node) {
        return new Migration(
                Optional.ofNullable(node.get("version")).map(JsonNode::textValue),
                required(node, "description").textValue(),
                Optional.ofNullable(node.get("checksum")).map(JsonNode::intValue));
    }

    private static SchemaObject object(JsonNode node) {
        Map<String, String> facts = new TreeMap<>();
        required(node, "facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().textValue()));
        return new SchemaObject(
                required(node, "path").textValue(),
                node.has("parent") ? node.get("parent").textValue() : null,
                facts);
    }

    private static SortedSet<String> paths(JsonNode root, String field) {
        return elements(root, field).map(JsonNode::textValue).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> elements(JsonNode root, String field) {
        return StreamSupport.stream(required(root, field).spliterator(), false);
    }

    private static JsonNode required(JsonNode node, String field) {
        if (!node.has(field)) {
            throw new IllegalArgumentException("the contract has no \"" + field + "\" in " + node);
        }
        return node.get(field);
    }
}
