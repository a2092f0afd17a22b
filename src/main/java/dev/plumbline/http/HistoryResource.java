package dev.plumbline.http;

import dev.plumbline.ledger.DriftLedger;
import dev.plumbline.ledger.State;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/** What verifications have concluded, whichever replica has made them. */
@Path("/schema/verification/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schema")
public class HistoryResource {

    private final DriftLedger ledger;

    HistoryResource(DriftLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Some changes of the verdict, newest first.
     *
     * @param next the cursor of the page that follows; empty on the last
     */
    @RegisterForReflection(targets = {Page.class, State.class})
    public record Page(List<State> states, Optional<String> next) {}

    @GET
    @Operation(
            operationId = "history",
            summary = "The changes of the verdict, newest first",
            description =
                    "What was concluded when, by all replicas. It is kept for plumbline.watch.keep. There is none where"
                            + " the role may not write to the schema plumbline.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content =
                    @Content(
                            schema = @Schema(implementation = Page.class),
                            examples = @ExampleObject(name = "page", value = Examples.HISTORY)))
    @APIResponse(
            responseCode = "400",
            description = "No page gave this cursor, or the limit is out of its bounds",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Uni<Page> history(
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
        return ledger.states(paging.oneMore(), paging.below())
                .map(states -> new Page(paging.shown(states), paging.next(states, State::number)))
                .onFailure()
                .transform(Problem::unreadable);
    }
}
