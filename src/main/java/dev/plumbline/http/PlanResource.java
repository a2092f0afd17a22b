package dev.plumbline.http;

import dev.plumbline.connection.Trouble;
import dev.plumbline.contract.Contract;
import dev.plumbline.migration.Migrator;
import dev.plumbline.plan.NotSqlException;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.RefusedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a run would do. */
@Path("/migrations/plan")
@Tag(name = "migrations")
public class PlanResource {

    static final String SQL = "application/sql";

    private final Planner planner;
    private final Migrator migrator;
    private final Contract contract;

    PlanResource(Planner planner, Migrator migrator, Contract contract) {
        this.planner = planner;
        this.migrator = migrator;
        this.contract = contract;
    }

    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "plan",
            summary = "What a run would do, without doing it",
            description =
                    "The pending scripts as statements, with the tables that each locks and how; and findings: what would"
                            + " make the run fail, or be felt. It reads rows to count those that a new rule would refuse. With Accept:"
                            + " application/sql it is one script for an SQL editor, which writes Flyway's history as well.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Plan.class),
                        examples = @ExampleObject(name = "plan", value = Examples.PLAN)),
                @Content(mediaType = SQL, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "400",
            description = "No migration has the target's version",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "409",
            description =
                    "Only as application/sql: what is pending is not all SQL that an editor can run, or a run would be refused",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(
            responseCode = "503",
            description = "The database cannot be reached, or the history not be read",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @Parameter(
            name = "target",
            in = ParameterIn.QUERY,
            description = "the version to stop at",
            schema = @Schema(implementation = String.class))
    public Plan plan(@Context UriInfo uri) {
        return made(uri, planner::plan);
    }

    @GET
    @Blocking
    @Produces(SQL)
    @Operation(hidden = true)
    public String script(@Context UriInfo uri) {
        return made(uri, planner::script);
    }

    /** A target without a value is none that was left out: who meant one would get the plan of everything. */
    private <T> T made(UriInfo uri, Function<Optional<String>, T> maker) {
        List<String> targets = uri.getQueryParameters().getOrDefault("target", List.of());
        if (targets.size() > 1 || !targets.stream().allMatch(migrator::isKnown)) {
            throw MigrationResource.noSuchTarget(contract.migrations().stream()
                    .flatMap(migration -> migration.version().stream())
                    .toList());
        }
        try {
            return maker.apply(targets.stream().findFirst());
        } catch (NotSqlException e) {
            throw Problem.NOT_SQL
                    .because(e.getMessage() + ". Start a run instead.")
                    .build();
        } catch (RefusedException e) {
            throw Problem.RUN_REFUSED
                    .because("What is pending is not written as a script, for a run would be refused as well: "
                            + e.getMessage() + ".")
                    .build();
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.behind(e);
            if (trouble.mayPass()) {
                throw Problem.UNREACHABLE.because("No plan was made: ", trouble).build();
            }
            if (trouble.kind() != Trouble.Kind.OTHER) {
                throw Problem.UNREADABLE.because("No plan was made: ", trouble).build();
            }
            throw e;
        }
    }
}
