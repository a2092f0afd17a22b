package dev.plumbline.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What docs/event.schema.json says of events. */
public final class EventSchema {

    private static final JsonSchema SCHEMA = read();

    private EventSchema() {}

    private static JsonSchema read() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("docs/event.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if the event is not as documented. */
    public static void check(String document) {
        JsonNode event = Message.json(document);
        assertEquals(
                Set.of(),
                SCHEMA.validate(event, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)),
                event::toString);
    }
}
