package dev.plumbline.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.Run;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Runs of migrations, whichever replica carries them out. */
@Path("/migrations/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "migrations")
public class RunResource {

    /** A stream that has begun cannot say any more that there is none: the first look comes before. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern UUID_PATTERN = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Runs runs;
    private final ObjectMapper json;

    RunResource(Runs runs, ObjectMapper json) {
        this.runs = runs;
        this.json = json;
    }

    /**
     * Some runs, newest first and without their reports.
     *
     * @param next the cursor of the page that follows; empty on the last
     */
    @RegisterForReflection
    public record Page(List<Run> runs, Optional<String> next) {}

    @GET
    @Operation(operationId = "runs", summary = "The runs, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of them, without their reports",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "page", value = Examples.RUNS)))
    @APIResponse(
            responseCode = "400",
            description = "No page gave this cursor, or the limit is out of its bounds",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Uni<Page> runs(
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
        return runs.page(paging.limit(), paging.below())
                .map(page -> new Page(page.runs(), page.next().map(String::valueOf)))
                .onFailure()
                .transform(Problem::unreadable);
    }

    private static UUID id(String id) {
        return Optional.of(id)
                .filter(text -> UUID_PATTERN.matcher(text).matches())
                .map(UUID::fromString)
                .orElseThrow(() -> none(id));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "run", summary = "One run")
    @APIResponse(
            responseCode = "200",
            description = "The run, as far as it has come",
            content =
                    @Content(
                            schema = @Schema(implementation = Run.class),
                            examples = {
                                @ExampleObject(name = "RUNNING", value = Examples.RUNNING),
                                @ExampleObject(name = "FAILED", value = Examples.FAILED)
                            }))
    @APIResponse(responseCode = "404", description = "No such run", content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Uni<Run> run(@Parameter(schema = @Schema(implementation = UUID.class)) @RestPath String id) {
        return found(id(id));
    }

    private Uni<Run> found(UUID id) {
        return runs.find(id)
                .onFailure()
                .transform(Problem::unreadable)
                .map(run -> run.orElseThrow(() -> none(id.toString())));
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "runEvents",
            summary = "A run while it runs",
            description =
                    "What has happened so far comes first, the end of the run last: script-started, script-succeeded,"
                            + " script-failed, script-interrupted, and run-succeeded, run-failed or run-interrupted. It can be asked of any replica; if the one that is asked ends, so does the stream.")
    @APIResponse(
            responseCode = "200",
            description = "The events",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RunEvent.class)))
    @APIResponse(responseCode = "404", description = "No such run", content = @Content(mediaType = Problem.MEDIA_TYPE))
    @Blocking
    public Multi<OutboundSseEvent> events(
            @Parameter(schema = @Schema(implementation = UUID.class)) @RestPath String id,
            @Parameter(description = "the last event that the client has seen") @HeaderParam("Last-Event-ID")
                    String seen,
            @Context Sse sse) {
        var stream = new RunStream(sse, json, seen);
        Run found = run(id).await().atMost(PATIENCE);
        UUID run = found.id();
        Multi<Run> looks = Multi.createFrom().item(found);
        return (found.goesOn() ? Multi.createBy().concatenating().streams(looks, later(run)) : looks)
                .onItem()
                .transformToIterable(stream::news);
    }

    private Multi<Run> later(UUID id) {
        return Uni.createFrom()
                .deferred(() -> found(id))
                .repeat()
                .withDelay(RunStream.BETWEEN_LOOKS)
                .whilst(run -> run.goesOn() && !runs.isEnding());
    }

    private static RuntimeException none(String id) {
        return Problem.NO_SUCH_RUN
                .because("No run has the id " + id + ", or it is forgotten.")
                .build();
    }
}
