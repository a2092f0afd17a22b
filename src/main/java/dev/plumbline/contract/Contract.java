package dev.plumbline.contract;

import dev.plumbline.schema.Kind;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the migrations promise.
 *
 * @param migrations those that build the schema, in the order in which they run
 * @param owned the paths of the schemas that are theirs as a whole: any other object in there is drift
 * @param elsewhere the paths of the other schemas in which they have made or changed single objects
 * @param schema all that they build
 * @param spellings what other majors print otherwise
 */
public record Contract(
        List<Migration> migrations,
        SortedSet<String> owned,
        SortedSet<String> elsewhere,
        Schema schema,
        Spellings spellings) {

    /** What Supabase has in each project and people change as they like, and who is there where Supabase is. */
    private static final Set<String> PLATFORM =
            Set.of("publication supabase_realtime", "publication supabase_realtime_messages_publication");

    private static final String OF_PLATFORM = "role service_role";

    private static final Set<Kind> TABLES = Set.of(Kind.TABLE, Kind.FOREIGN_TABLE);
    private static final String POPULATED = "populated";

    private static final Optional<String> DATABASE = Optional.of("database");

    /** Of the other one it is not written down what initdb has granted. */
    private static final Optional<String> SYSTEM = Optional.of("schema pg_catalog");

    private static final Pattern CREATE = Pattern.compile("\\b(CREATE|ALL)\\b");

    public Contract {
        migrations = List.copyOf(migrations);
    }

    /**
     * The contract of migrations that turn one schema into another. A schema is theirs if they have created it, or
     * anything right below it but an extension; of all else the contract holds what they have made or changed.
     *
     * @param before the whole database before the first migration
     * @param after the same after the last
     */
    public static Contract of(List<Migration> migrations, Schema before, Schema after) {
        Set<SchemaObject> made = after.stream()
                .filter(object -> !before.object(object.path()).equals(Optional.of(object)))
                .filter(object -> object.kind() != Kind.ROLE_ATTRIBUTE)
                .collect(Collectors.toSet());
        Set<String> needed = made.stream()
                .flatMap(object -> object.requires().stream())
                .filter(before::has)
                .collect(Collectors.toSet());
        SortedSet<String> owned = made.stream()
                .filter(object -> !before.has(object.path()))
                .filter(object -> object.kind() == Kind.SCHEMA || isRightBelowSchema(object))
                .map(object -> Schema.root(object, after::object))
                .collect(Collectors.toCollection(TreeSet::new));
        Schema promised = after.only(object -> owned.contains(Schema.root(object, after::object))
                || made.contains(object)
                || isPowerOf(object, needed::contains));
        SortedSet<String> elsewhere = promised.stream()
                .map(object -> Schema.root(object, after::object))
                .filter(root -> Kind.of(root) == Kind.SCHEMA && !owned.contains(root))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Contract(migrations, owned, elsewhere, promised, Spellings.NONE);
    }

    /** What lets a role that the migrations only grant something to do more than they say, or lets everybody make schemas. */
    private static boolean isPowerOf(SchemaObject object, Predicate<String> role) {
        return switch (object.kind()) {
            case ROLE_ATTRIBUTE, MEMBERSHIP -> role.test(object.requires().get(0));
            case PRIVILEGE ->
                object.parent().equals(DATABASE) && isPowerOnDatabase(object, role)
                        || object.parent().equals(SYSTEM) && isPowerOnSystem(object, role);
            default -> false;
        };
    }

    /** Of what PostgreSQL has by itself everybody has got something, or one of them; that they have lost something harms nobody. */
    private static boolean isPowerOnSystem(SchemaObject privilege, Predicate<String> role) {
        return privilege.fact("privileges").filter("none"::equals).isEmpty()
                && (privilege.requires().isEmpty()
                        || privilege.requires().stream().anyMatch(role));
    }

    private static boolean isPowerOnDatabase(SchemaObject privilege, Predicate<String> role) {
        return privilege.requires().isEmpty()
                ? privilege.fact("privileges").filter(CREATE.asPredicate()).isPresent()
                : privilege.requires().stream().anyMatch(role);
    }

    private static boolean isRightBelowSchema(SchemaObject object) {
        return object.kind() != Kind.PRIVILEGE
                && object.kind() != Kind.DEFAULT_PRIVILEGE
                && object.kind() != Kind.EXTENSION
                && object.parent()
                        .filter(parent -> Kind.of(parent) == Kind.SCHEMA)
                        .isPresent();
    }

    /** The paths of all schemas that must be read to check it. */
    public List<String> schemas() {
        return Stream.concat(owned.stream(), elsewhere.stream()).toList();
    }

    /**
     * Whether this contract speaks of an object: it holds it, or the object is in a schema that is the migrations' own or a
     * part of what they have made elsewhere, or it is what a role of theirs may do, or it publishes what is theirs, or it
     * is a thing of the migrating role that belongs to the database itself.
     *
     * @param parents finds an object of the same database by its path
     */
    public boolean covers(SchemaObject object, Function<String, Optional<SchemaObject>> parents) {
        String root = Schema.root(object, parents);
        if (object.fact("allTables").filter("true"::equals).isPresent() || schema.has(object.path())) {
            return true;
        }
        if (PLATFORM.contains(root)
                && !schema.has(root)
                && parents.apply(OF_PLATFORM).isPresent()) {
            return false;
        }
        boolean isPower = isPowerOf(object, this::onlyNeeds);
        if (isPower || object.kind() == Kind.ROLE_ATTRIBUTE) {
            return isPower;
        }
        return Meanings.areChangedBy(object, schemas())
                || owned.contains(root)
                || Kind.of(root) != Kind.SCHEMA && schema.has(root)
                || object.requires().stream().anyMatch(path -> isTold(object, Kind.of(path)) && schema.has(path))
                || isChildOfOurs(object)
                || object.kind() == Kind.DEFAULT_PRIVILEGE
                        && Kind.of(root) == Kind.ROLE
                        && onlyNeeds(object.requires().get(0))
                || object.parent().isEmpty() && isOfMigratingRole(object) && !elsewhere.contains(object.path());
    }

    /** Its rows are seen in the table of ours, or come from there. */
    private boolean isChildOfOurs(SchemaObject object) {
        return TABLES.contains(object.kind())
                && Stream.of("inherits", "partitionOf")
                        .flatMap(fact -> object.fact(fact).stream())
                        .flatMap(names -> Arrays.stream(names.split(", ")))
                        .map(name -> name.replace(" (detach pending)", ""))
                        .anyMatch(name -> schema.has("table " + name) || schema.has("foreign table " + name));
    }

    /** Whether the path is that of a role which the migrations grant something to and do not make; PostgreSQL's own are nobody's. */
    private boolean onlyNeeds(String role) {
        return schema.requires(role) && !schema.has(role) && !role.startsWith("role pg_");
    }

    /** What is done to a role, and who hears of a table, belongs to that as well. */
    private static boolean isTold(SchemaObject object, Kind required) {
        return required == Kind.ROLE || object.kind() == Kind.PUBLICATION_MEMBER;
    }

    /** Roles and the database are there before the migrations: what these have not made is nobody's promise. */
    private static boolean isOfMigratingRole(SchemaObject object) {
        return object.kind() != Kind.ROLE
                && object.kind() != Kind.DATABASE
                && object.fact("owner").filter(owner -> !owner.equals("$owner")).isEmpty();
    }

    /** The same contract, which also knows how another major prints what the same migrations build there. */
    public Contract alsoOn(int major, Contract other) {
        return new Contract(migrations, owned, elsewhere, schema, spellings.and(major, schema, other.schema));
    }

    /** An object as one major prints it, in the words of this contract. */
    public SchemaObject inOurWords(SchemaObject object, int major) {
        return filledAgain(spellings.undone(major, object, schema));
    }

    /** What is made without data is made to be filled later, which is no change of the schema. */
    private SchemaObject filledAgain(SchemaObject object) {
        return object.kind() == Kind.MATERIALIZED_VIEW
                        && schema.object(object.path())
                                .flatMap(promised -> promised.fact(POPULATED))
                                .filter("false"::equals)
                                .isPresent()
                ? object.with(POPULATED, "false")
                : object;
    }

    /** Whether a schema that is not the migrations' own holds the object of this path. */
    public boolean isElsewhere(String path, Schema actual) {
        return schema.object(path)
                .or(() -> actual.object(path))
                .map(object ->
                        Schema.root(object, parent -> schema.object(parent).or(() -> actual.object(parent))))
                .filter(elsewhere::contains)
                .isPresent();
    }

    /** The version of the last versioned migration: {@code 010}. */
    public Optional<String> version() {
        return migrations.stream().flatMap(m -> m.version().stream()).reduce((a, b) -> b);
    }
}
