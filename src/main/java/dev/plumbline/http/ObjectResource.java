package dev.plumbline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.connection.Secrets;
import dev.plumbline.connection.Trouble;
import dev.plumbline.schema.Glob;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import dev.plumbline.verification.Inventory;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The live catalog, as a verification reads it. */
@Path("/schema/objects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "schema")
public class ObjectResource {

    private static final List<String> PARAMETERS = List.of("kind", "schema", "name");

    private final Inventory inventory;

    ObjectResource(Inventory inventory) {
        this.inventory = inventory;
    }

    /**
     * An object of the live catalog.
     *
     * @param path the kind and the quoted, qualified name
     * @param kind the word that the path begins with
     * @param parent the path of what it is a part of; absent for what belongs to the database itself
     * @param facts what PostgreSQL says of it, without keys and passwords of URLs
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Live(String path, String kind, Optional<String> parent, SortedMap<String, String> facts) {

        static Live of(SchemaObject object) {
            return new Live(object.path(), object.kind().label(), object.parent(), Secrets.hideKeys(object.facts()));
        }
    }

    /** Those that were asked for, by path. */
    public record Listing(List<Live> objects) {}

    @GET
    @Operation(
            operationId = "objects",
            summary = "What the live database holds",
            description = "Every object of every schema but PostgreSQL's own, whether a migration made it or not.")
    @APIResponse(
            responseCode = "200",
            description = "The objects",
            content = @Content(examples = @ExampleObject(name = "policies", value = Examples.OBJECTS)))
    @APIResponse(
            responseCode = "400",
            description = "No such kind, or parameter",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "503", description = "Not readable", content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Uni<Listing> objects(
            @Parameter(description = "only of this kind, or of one of these, such as: policy", example = "policy")
                    @RestQuery
                    List<String> kind,
            @Parameter(description = "only in this schema, quoted as in paths where need be", example = "public")
                    @RestQuery
                    Optional<String> schema,
            @Parameter(description = "only of this name: * is any text, ? any character", example = "leads_*")
                    @RestQuery
                    Optional<String> name,
            @Context UriInfo uri) {
        refuseOthers(uri.getQueryParameters().keySet());
        Set<Kind> only = kind.stream().map(ObjectResource::kind).collect(Collectors.toSet());
        Optional<Glob> named = name.map(Glob::new);
        return read(
                        schema.map(its -> "schema " + its),
                        object -> (only.isEmpty() || only.contains(object.kind()))
                                && named.map(glob -> isCalled(object, glob)).orElse(true))
                .map(objects -> new Listing(objects.stream().map(Live::of).toList()));
    }

    @GET
    @Path("/{path: .+}")
    @Operation(operationId = "object", summary = "The facts of one object")
    @APIResponse(responseCode = "200", description = "The object")
    @APIResponse(
            responseCode = "404",
            description = "No such object",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @APIResponse(responseCode = "503", description = "Not readable", content = @Content(mediaType = Problem.MEDIA_TYPE))
    public Uni<Live> object(
            @Parameter(description = "as reports and the listing have it", example = "policy public.leads.leads_insert")
                    @RestPath
                    String path) {
        return read(Optional.empty(), object -> object.path().equals(path))
                .map(found -> found.stream()
                        .findFirst()
                        .map(Live::of)
                        .orElseThrow(() -> Problem.NO_SUCH_OBJECT
                                .because("Nothing in the database has the path \"" + path
                                        + "\". GET /schema/objects lists what there is.")
                                .build()));
    }

    /** Whoever misspells one would take all that there is for what he has asked for. */
    private static void refuseOthers(Set<String> given) {
        given.stream().filter(name -> !PARAMETERS.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.NO_SUCH_PARAMETER
                    .because(
                            "There is no parameter \"" + name + "\". There are: " + String.join(", ", PARAMETERS) + ".")
                    .build();
        });
    }

    /** With the quotes of its path, or without. */
    private static boolean isCalled(SchemaObject object, Glob glob) {
        String name = SchemaObject.name(object.path());
        return glob.fits(name)
                || name.startsWith("\"")
                        && glob.fits(name.substring(1, name.length() - 1).replace("\"\"", "\""));
    }

    private Uni<List<SchemaObject>> read(Optional<String> schema, Predicate<SchemaObject> condition) {
        return inventory
                .objects(schema, condition)
                .onFailure()
                .transform(failure -> Problem.UNREADABLE
                        .because("Not everything could be read: ", Trouble.behind(failure))
                        .build());
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.label().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.NO_SUCH_KIND
                        .because("There is no kind of object \"" + word + "\". There are: "
                                + Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", ")) + ".")
                        .build());
    }
}
