package dev.plumbline.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.Migrator;
import dev.plumbline.migration.Overview;
import dev.plumbline.migration.Overviews;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Runs;
import dev.plumbline.migration.Start;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.migration.Start.Busy;
import dev.plumbline.migration.Start.KeyReused;
import dev.plumbline.migration.Start.NoSuchTarget;
import dev.plumbline.migration.Start.Unavailable;
import dev.plumbline.migration.Wish;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Migrations: where the database stands, and how to start a run. */
@Path("/migrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "migrations")
public class MigrationResource {

    private final Migrator migrator;
    private final Runs runs;
    private final Overviews overviews;
    private final ObjectMapper json;

    MigrationResource(Migrator migrator, Runs runs, Overviews overviews, ObjectMapper json) {
        this.runs = runs;
        this.json = json;
        this.migrator = migrator;
        this.overviews = overviews;
    }

    @GET
    @Operation(operationId = "migrations", summary = "Where the database stands with its migrations")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands; UNKNOWN with the reason if it cannot be asked",
            content =
                    @Content(
                            schema = @Schema(implementation = Overview.class),
                            examples = @ExampleObject(name = "UP_TO_DATE", value = Examples.OVERVIEW)))
    public Uni<Overview> overview() {
        return overviews.look();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "migrate",
            summary = "Start a run",
            description =
                    "Runs the pending migrations. One run goes on at a time, in all replicas together; it is kept in the"
                            + " database.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RunRequest.class),
                            examples = {
                                @ExampleObject(name = "up to version 3", value = "{\"target\": \"3\"}"),
                                @ExampleObject(name = "over drift", value = "{\"driftGate\": \"ignore\"}")
                            }))
    @APIResponse(
            responseCode = "202",
            description = "The run has started",
            headers =
                    @Header(
                            name = "Location",
                            description = "the run",
                            schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            schema = @Schema(implementation = Run.class),
                            examples = @ExampleObject(name = "RUNNING", value = Examples.RUNNING)))
    @APIResponse(
            responseCode = "200",
            description = "The run is over, within the time that Prefer gave it; its outcome is in the body",
            content =
                    @Content(
                            schema = @Schema(implementation = Run.class),
                            examples = @ExampleObject(name = "FAILED", value = Examples.FAILED)))
    @APIResponse(
            responseCode = "400",
            description = "No migration has the target's version, the body is no such JSON, or the key is too long",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "409",
            description = "A run goes on; Location names it",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = @ExampleObject(name = "run in progress", value = Examples.BUSY)))
    @APIResponse(
            responseCode = "503",
            description = "The database cannot be reached; nothing was started",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "422",
            description = "The idempotency key was used with another body",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Uni<Response> migrate(
            String body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(
                            description = "wait=N waits up to N seconds for the end of the run (RFC 7240)",
                            example = "wait=30")
                    @HeaderParam("Prefer")
                    String prefer,
            @Parameter(description = "the same key twice is one run, in all replicas and for as long as runs are kept")
                    @HeaderParam("Idempotency-Key")
                    String key) {
        RunRequest request = RunRequest.read(body, contentType, json);
        return migrator.start(request.wish(IdempotencyKey.of(key)))
                .chain(start -> start instanceof Accepted accepted
                        ? answer(accepted.run(), Prefer.of(prefer))
                        : Uni.createFrom().failure(refusal(start)));
    }

    @POST
    @Path("/repair")
    @Operation(
            operationId = "repair",
            summary = "Let failed scripts run again",
            description = "Takes from Flyway's history the scripts that have failed there, which only those without a"
                    + " transaction have. What they have done so far stays: undo it first. Checksums are left alone. It is"
                    + " kept as a run.")
    @APIResponse(
            responseCode = "200",
            description = "The run that repaired the history; \"repaired\" says which scripts were taken from it",
            content = @Content(schema = @Schema(implementation = Run.class)))
    @APIResponse(
            responseCode = "409",
            description = "A run goes on; Location names it",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "503",
            description = "The database cannot be reached; nothing was done",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Uni<Run> repair() {
        return migrator.start(Wish.REPAIR)
                .chain(start -> start instanceof Accepted accepted
                        ? runs.whenDone(accepted.run().id())
                        : Uni.createFrom().failure(refusal(start)));
    }

    private static RuntimeException refusal(Start start) {
        if (start instanceof Busy busy) {
            var problem = Problem.RUN_IN_PROGRESS.because(
                    "One run goes on at a time. Wait for the one at Location, and try again.");
            busy.running()
                    .ifPresent(run -> problem.withHeader(HttpHeaders.LOCATION, location(run))
                            .with("run", run.id()));
            return problem.build();
        }
        if (start instanceof KeyReused reused) {
            return Problem.KEY_REUSED
                    .because(
                            "This key has started a run with another body: its target, driftGate or statementTimeout was another. Take a new key for a new request.")
                    .with("run", reused.earlier().id())
                    .build();
        }
        if (start instanceof NoSuchTarget none) {
            return noSuchTarget(none.versions());
        }
        if (start instanceof Unavailable unavailable) {
            return (unavailable.trouble().mayPass() ? Problem.UNREACHABLE : Problem.UNREADABLE)
                    .because("No run was started: ", unavailable.trouble())
                    .build();
        }
        throw new IllegalStateException("nothing to refuse in " + start);
    }

    static RuntimeException noSuchTarget(Collection<String> versions) {
        return Problem.NO_SUCH_TARGET
                .because("This build has migrations of the versions " + String.join(", ", versions) + ".")
                .build();
    }

    private Uni<Response> answer(Run begun, Prefer prefer) {
        return prefer.patience()
                .map(patience -> runs.whenDone(begun.id(), patience)
                        .map(run -> run.goesOn()
                                ? Response.accepted(run)
                                : Response.ok(run).header("Preference-Applied", prefer.applied())))
                .orElseGet(() -> Uni.createFrom().item(Response.accepted(begun)))
                .map(response ->
                        response.header(HttpHeaders.LOCATION, location(begun)).build());
    }

    /** Without a host: the one in the request is the client's to choose. */
    private static String location(Run run) {
        return "/migrations/runs/" + run.id();
    }
}
