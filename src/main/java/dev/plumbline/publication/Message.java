package dev.plumbline.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.connection.LogText;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What has happened at once, for people. */
record Message(List<JsonNode> events) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What more there is to say is elsewhere. */
    private static final int MOST = 20;

    private static final int LONG = 300;

    /** So many of those who may have done it. */
    private static final int AUTHORS = 3;

    static Message of(List<String> documents) {
        return new Message(documents.stream().map(Message::json).toList());
    }

    static JsonNode json(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger has an event that cannot be read", e);
        }
    }

    /** On one line. */
    String line() {
        return Stream.concat(events.stream().limit(MOST).map(event -> what(event) + who(event)), more())
                .collect(Collectors.joining("; "));
    }

    /**
     * With a line for each.
     *
     * @param escape makes text that comes from a database harmless
     */
    String text(UnaryOperator<String> escape) {
        return Stream.concat(
                        events.stream()
                                .limit(MOST)
                                .map(event -> escape.apply(shortened(what(event)))
                                        + escape.apply(since(event))
                                        + escape.apply(who(event)))
                                .map(line -> LogText.oneLine(line.replaceAll("\\R", " "))),
                        more())
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> more() {
        return events.size() > MOST ? Stream.of("and " + (events.size() - MOST) + " more") : Stream.empty();
    }

    private static String what(JsonNode event) {
        String type = event.path("type").asText();
        JsonNode data = event.path("data");
        JsonNode difference = data.path("difference");
        String word = type.substring(type.lastIndexOf('.') + 1);
        if (!difference.isMissingNode()) {
            return "drift " + word + ": ["
                    + difference.path("severity").asText() + "] "
                    + (word.equals("resolved")
                            ? difference.path("path").asText()
                            : difference.path("sentence").asText());
        }
        if (data.has("run")) {
            return "migration " + word + ": run " + data.path("run").asText()
                    + (data.has("failure") ? ": " + data.at("/failure/message").asText() : "");
        }
        return "verification " + word + ": " + data.path("reason").asText();
    }

    private static String since(JsonNode event) {
        JsonNode since = event.at("/data/difference/since");
        return since.isMissingNode() ? "" : " Since " + since.asText() + ".";
    }

    private static String who(JsonNode event) {
        if (event.path("type").asText().endsWith("resolved")) {
            return "";
        }
        return StreamSupport.stream(event.at("/data/difference/by").spliterator(), false)
                .limit(AUTHORS)
                .map(Message::author)
                .collect(Collectors.joining("; or by "))
                .replaceFirst("^(?=.)", " By ");
    }

    private static String author(JsonNode by) {
        String session = by.path("sessionRole").asText();
        String role = by.path("role").asText();
        return session
                + (role.equals(session) ? "" : " as " + role)
                + (by.has("application") ? " with " + by.path("application").asText() : "")
                + (by.has("address") ? " from " + by.path("address").asText() : "")
                + " at " + by.path("at").asText() + ": "
                + shortened(
                        by.path(by.has("statement") ? "statement" : "command").asText());
    }

    private static String shortened(String text) {
        return text.length() <= LONG ? text : text.substring(0, LONG) + "...";
    }
}
