package dev.plumbline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.ledger.DeadLetter;
import dev.plumbline.ledger.Outbox;
import dev.plumbline.migration.Runs;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Transitions of drift as they happen, and what of them nobody could be told. */
@Path("/schema/drift")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schema")
public class DriftResource {

    /** A stream that has begun cannot say any more that the database is away: the first look comes before. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Runs runs;
    private final ObjectMapper json;

    DriftResource(Outbox outbox, Runs runs, ObjectMapper json) {
        this.outbox = outbox;
        this.runs = runs;
        this.json = json;
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "driftEvents",
            summary = "Transitions of drift as they happen",
            description =
                    "dev.plumbline.drift.opened, changed and resolved, each a CloudEvent 1.0 as the sinks get it, from now on or"
                            + " after the event in Last-Event-ID. It can be asked of any replica, and goes on until the client or the service ends.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "503",
            description = "The ledger cannot be read",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @Blocking
    public Multi<OutboundSseEvent> events(
            @Parameter(description = "the last event that the client has seen") @HeaderParam("Last-Event-ID")
                    String seen,
            @Context Sse sse) {
        long last =
                outbox.last().onFailure().transform(Problem::unreadable).await().atMost(PATIENCE);
        var stream = new DriftStream(sse, outbox, seen, last);
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(stream.first()), stream.rest(runs::isEnding));
    }

    /**
     * A message to a sink that was given up.
     *
     * @param at when it was written
     * @param givenUpAt when it was tried last
     * @param error what went wrong then
     * @param events what it tells of, as CloudEvents 1.0
     */
    @RegisterForReflection
    public record Letter(
            String sink,
            int attempts,
            Instant at,
            Instant givenUpAt,
            String error,

            @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            List<JsonNode> events) {}

    /**
     * Some of them, newest first.
     *
     * @param next the cursor of the page that follows; empty on the last
     */
    @RegisterForReflection
    public record Page(List<Letter> deadLetters, Optional<String> next) {}

    @GET
    @Path("/dead-letters")
    @Operation(
            operationId = "deadLetters",
            summary = "What sinks could not be told, newest first",
            description =
                    "A message is tried again and again, for plumbline.sinks.<name>.give-up-after, and then stands here.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "page", value = Examples.DEAD_LETTERS)))
    @APIResponse(
            responseCode = "400",
            description = "No page gave this cursor, or the limit is out of its bounds",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Uni<Page> deadLetters(
            @Parameter(
                            description = "how many",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @RestQuery
                    Optional<String> limit,
            @Parameter(description = "next of the page before") @RestQuery Optional<String> cursor) {
        Paging paging = Paging.of(limit, cursor);
        return outbox.deadLetters(paging.oneMore(), paging.below())
                .map(letters -> new Page(
                        paging.shown(letters).stream().map(this::letter).toList(),
                        paging.next(letters, DeadLetter::number)))
                .onFailure()
                .transform(Problem::unreadable);
    }

    private Letter letter(DeadLetter dead) {
        return new Letter(
                dead.sink(),
                dead.attempts(),
                dead.at(),
                dead.givenUpAt(),
                dead.error(),
                dead.documents().stream().map(this::json).toList());
    }

    private JsonNode json(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger has an event that cannot be read", e);
        }
    }
}
