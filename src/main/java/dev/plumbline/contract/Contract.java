package dev.plumbline.contract;

import dev.plumbline.schema.Kind;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the migrations promise.
 *
 * @param migrations those that build the schema, in the order in which they run
 * @param owned the paths of the schemas that are theirs as a whole: any other object in there is drift
 * @param elsewhere the paths of the other schemas in which they have made or changed single objects
 * @param schema all that they build
 */
public record Contract(
        List<Migration> migrations, SortedSet<String> owned, SortedSet<String> elsewhere, Schema schema) {

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
                .collect(Collectors.toSet());
        SortedSet<String> owned = made.stream()
                .filter(object -> !before.has(object.path()))
                .filter(object -> object.kind() == Kind.SCHEMA || isRightBelowSchema(object))
                .map(after::root)
                .collect(Collectors.toCollection(TreeSet::new));
        Schema promised = after.only(object -> owned.contains(after.root(object)) || made.contains(object));
        SortedSet<String> elsewhere = promised.stream()
                .map(after::root)
                .filter(root -> Kind.of(root) == Kind.SCHEMA && !owned.contains(root))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Contract(migrations, owned, elsewhere, promised);
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
     * What of a database this contract speaks of: all in the schemas that are its own, single objects elsewhere, what
     * belongs to such an object outside of schemas (the members of a publication), and what else the migrating role
     * has made for the whole database.
     */
    public Schema covered(Schema actual) {
        return actual.only(object -> schema.has(object.path())
                || owned.contains(actual.root(object))
                || Kind.of(actual.root(object)) != Kind.SCHEMA && schema.has(actual.root(object))
                || object.parent().isEmpty() && isOfMigratingRole(object) && !elsewhere.contains(object.path()));
    }

    /** Roles and the database are there before the migrations: what these have not made is nobody's promise. */
    private static boolean isOfMigratingRole(SchemaObject object) {
        return object.kind() != Kind.ROLE
                && object.kind() != Kind.DATABASE
                && object.fact("owner").filter(owner -> !owner.equals("$owner")).isEmpty();
    }

    /** The version of the last versioned migration: {@code 010}. */
    public Optional<String> version() {
        return migrations.stream().flatMap(m -> m.version().stream()).reduce((a, b) -> b);
    }
}
