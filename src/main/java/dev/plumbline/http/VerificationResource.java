package dev.plumbline.http;

import dev.plumbline.verification.Report;
import dev.plumbline.verification.Verifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the live schema is what the migrations promise. */
@Path("/schema/verification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schema")
public class VerificationResource {

    private final Verifier verifier;

    VerificationResource(Verifier verifier) {
        this.verifier = verifier;
    }

    @GET
    @Operation(
            operationId = "verify",
            summary = "Verify now",
            description = "Reads the live schema and compares it with what the migrations promise. Drift is a result,"
                    + " not an error: the status is 200 for every verdict. UNKNOWN means that not everything could be"
                    + " read, and then nothing is said about the schema.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            schema = @Schema(implementation = Report.class),
                            examples = {
                                @ExampleObject(name = "MATCHES", value = Examples.MATCHES),
                                @ExampleObject(name = "DRIFTED", value = Examples.DRIFTED),
                                @ExampleObject(name = "UNKNOWN", value = Examples.UNKNOWN)
                            }))
    public Uni<Report> verify() {
        return verifier.verify();
    }
}
