package dev.plumbline.http;

import dev.plumbline.verification.Report;
import dev.plumbline.verification.Verdict;
import dev.plumbline.verification.Verifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the live schema is what the migrations promise. */
@Path("/schema/verification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schema")
public class VerificationResource {

    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_PLAIN_TYPE)
            .build();

    private final Verifier verifier;

    VerificationResource(Verifier verifier) {
        this.verifier = verifier;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "verify",
            summary = "Verify now",
            description = "Reads the live schema and compares it with what the migrations promise. Drift is a result,"
                    + " not an error: the status is 200 for every verdict. UNKNOWN means that not everything could be"
                    + " read, and then nothing is said about the schema. Requests at the same time share one read; what"
                    + " has not changed since the last is not read again.")
    @Parameter(
            name = HttpHeaders.CACHE_CONTROL,
            in = ParameterIn.HEADER,
            description = "max-age=N: the last report will do if it is no more than N seconds old",
            schema = @Schema(type = SchemaType.STRING, examples = "max-age=60"))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "the ETag of an earlier answer: 304 without a body if all but the times is as it was then",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The report",
            headers = @Header(name = HttpHeaders.ETAG, description = "of all but the times; none for UNKNOWN"),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Report.class),
                        examples = {
                            @ExampleObject(name = "MATCHES", value = Examples.MATCHES),
                            @ExampleObject(name = "DRIFTED", value = Examples.DRIFTED),
                            @ExampleObject(name = "UNKNOWN", value = Examples.UNKNOWN)
                        }),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer with that ETag")
    public Uni<Response> verify(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CACHE_CONTROL) String cacheControl,
            @Context Request request) {
        return MaxAge.of(cacheControl)
                .flatMap(verifier::verified)
                .map(report -> Uni.createFrom().item(report))
                .orElseGet(verifier::verify)
                .map(report -> answer(report, request));
    }

    /** What was unknown may be known by now: such an answer has no tag, and is always sent whole. */
    private static Response answer(Report report, Request request) {
        if (report.verdict() == Verdict.UNKNOWN) {
            return Response.ok(report)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        var tag = new EntityTag(report.tag() + (isForPeople(request) ? "-text" : ""), true);
        Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
        return (notModified == null ? Response.ok(report).tag(tag) : notModified)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** Whoever has the one form has not seen the other. */
    private static boolean isForPeople(Request request) {
        Variant chosen = request.selectVariant(FORMS);
        return chosen != null && chosen.getMediaType().isCompatible(MediaType.TEXT_PLAIN_TYPE);
    }
}
