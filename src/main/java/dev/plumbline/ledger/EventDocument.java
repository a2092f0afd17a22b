package dev.plumbline.ledger;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A notice as the CloudEvent 1.0 that is kept, so that each attempt to tell it sends the same. */
final class EventDocument {

    private static final JsonFormat JSON = new JsonFormat();

    private EventDocument() {}

    static String write(UUID id, URI source, Notice notice) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(source)
                .withType(notice.type())
                .withSubject(notice.subject())
                .withTime(time(notice.at()))
                .withDataContentType("application/json")
                .withData(notice.data().getBytes(StandardCharsets.UTF_8));
        notice.severity().ifPresent(severity -> event.withExtension("severity", severity));
        return new String(JSON.serialize(event.build()), StandardCharsets.UTF_8);
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
