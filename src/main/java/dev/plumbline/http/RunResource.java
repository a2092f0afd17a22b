package dev.plumbline.http;

import dev.plumbline.migration.Run;
import dev.plumbline.migration.Runs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Runs of migrations. */
@Path("/migrations/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "migrations")
public class RunResource {

    private final Runs runs;

    RunResource(Runs runs) {
        this.runs = runs;
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
    public Run run(@RestPath UUID id) {
        return runs.find(id)
                .orElseThrow(() -> Problem.NO_SUCH_RUN
                        .because("No run has the id " + id
                                + ". A process remembers its last hundred runs, and none of others.")
                        .build());
    }
}
