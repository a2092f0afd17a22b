package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A difference that may be no news beside another, because what makes the one comes with the other.
 *
 * @param isRetyped whether there is another routine on the other side that is the same but for the types in its signature
 * @param names the paths of all that this depends on and that is gone, each with the names that it has now
 * @param inheritance what it has to do with the parents of its table
 */
record Consequence(
        Difference effect,
        boolean isRetyped,
        Renaming renaming,
        Supplier<Map<String, Set<String>>> names,
        Inheritance inheritance) {

    static final String OWNER = "owner";
    private static final String PERSISTENCE = "persistence";
    private static final String IDENTITY = "identity";
    private static final String TYPE = "type";
    private static final String ATTRIBUTES = "attributes";
    private static final String SCHEMA = "schema";
    private static final String DEFINITION = "definition";
    private static final String NULLABLE = "nullable";
    private static final String REPLICA_IDENTITY = "replicaIdentity";

    /** What an index has after its columns, and a constraint elsewhere. */
    private static final String BESIDE_COLUMNS = "( NULLS NOT DISTINCT)?( WITH \\([^()]*\\))?$";

    /** What the type of an identity column is to its sequence. */
    private static final Set<String> OF_IDENTITY = Set.of("type", "maximum", "minimum");

    /** What an attribute of a composite type is to a column of a table of that type. */
    private static final Set<String> OF_ATTRIBUTES = Set.of("type", "collation");

    /** What goes alone when what it calls goes. */
    private static final Set<String> DEFAULTS = Set.of("default", "columnDefaults", REPLICA_IDENTITY);

    /** Facts that are sorted lists of names. */
    private static final Set<String> LISTS = Set.of("roles", "inherits");

    /** What PostgreSQL prints anew, with other casts, when the type of a column changes. */
    private static final Set<Kind> OF_TYPES = Set.of(Kind.INDEX, Kind.CONSTRAINT, Kind.STATISTICS);

    /** What a new column can bring to its table; all else is made by a statement of its own, and is news as well. */
    private static final Set<Kind> OF_COLUMNS = EnumSet.of(Kind.CONSTRAINT, Kind.INDEX);

    Consequence(Difference effect, boolean isRetyped, Renaming renaming, Supplier<Map<String, Set<String>>> names) {
        this(effect, isRetyped, renaming, names, new Inheritance(effect));
    }

    /**
     * @param cause the difference of what the object is a part of, or depends on
     */
    boolean follows(Difference cause) {
        return switch (cause.change()) {
            case MISSING -> followsMissing(cause);
            case UNEXPECTED -> followsUnexpected(cause);
            case CHANGED -> effect.change() == Change.CHANGED ? followsChanged(cause) : comesOfChange(cause);
        };
    }

    private boolean followsMissing(Difference cause) {
        return switch (effect.change()) {
            case MISSING ->
                isMore(cause)
                        && isCarriedOr(
                                cause, () -> dependsOn(cause) && (effect.kind() != Kind.POLICY || isPart(cause)));
            case CHANGED ->
                isTold(Wording.differsInNames(names.get())) || isGone(cause) || inheritance.isPassedOnBy(cause);
            case UNEXPECTED -> false;
        };
    }

    private boolean followsUnexpected(Difference cause) {
        return switch (effect.change()) {
            case UNEXPECTED ->
                isMore(cause)
                        && isCarriedOr(
                                cause, () -> isPart(cause) || isOfColumn(cause) || inheritance.isPassedOnBy(cause));
            case CHANGED -> isNotNullOfKey(cause) || inheritance.isPassedOnBy(cause);
            case MISSING -> isIndexOfKey(cause);
        };
    }

    /** What goes with a renamed object is there under its other name; where that is not sure, it may just be gone or have come. */
    private boolean isCarriedOr(Difference cause, BooleanSupplier otherwise) {
        Optional<Difference> renamed = renamed(cause);
        return renamed.filter(one -> isCarriedAlong(cause, one)).isPresent()
                || renamed.filter(one -> !renaming.isChanged(one)).isEmpty() && otherwise.getAsBoolean();
    }

    /** A table depends on the columns of its key, and still is more than they are. */
    private boolean isMore(Difference cause) {
        return !cause.parent().equals(Optional.of(effect.path()));
    }

    private boolean dependsOn(Difference cause) {
        return isPart(cause) || effect.requires().contains(cause.path());
    }

    /** ALTER TABLE ... ADD COLUMN makes its constraints and its sequence as well, and the same column in each child. */
    private boolean isOfColumn(Difference cause) {
        return cause.kind() == Kind.COLUMN
                && effect.requires().contains(cause.path())
                && (OF_COLUMNS.contains(effect.kind()) && effect.parent().equals(cause.parent()) && isOnlyOf(cause)
                        || effect.kind() == Kind.SEQUENCE
                        || effect.kind() == Kind.COLUMN
                                && SchemaObject.name(effect.path()).equals(SchemaObject.name(cause.path())));
    }

    /** What binds another column of the table as well is news about that, but a key refers to what is there. */
    private boolean isOnlyOf(Difference column) {
        return "foreign key".equals(effect.actual().get(TYPE))
                || effect.requires().stream()
                        .filter(path -> Kind.of(path) == Kind.COLUMN)
                        .filter(path -> table(path).equals(table(column.path())))
                        .allMatch(column.path()::equals);
    }

    private static String table(String column) {
        return column.substring(0, column.length() - SchemaObject.name(column).length());
    }

    /** The cause, or what it is a part of, if that is there under another name: then what belongs to it is there too. */
    private Optional<Difference> renamed(Difference cause) {
        return renaming.line(cause).stream()
                .filter(whole -> renaming.other(whole).isPresent())
                .findFirst();
    }

    /** What is in a schema under another name is not read there. */
    private boolean isCarriedAlong(Difference cause, Difference renamed) {
        return renamed.kind() == Kind.SCHEMA
                        && effect.kind() != Kind.EXTENSION
                        && renaming.line(effect).contains(renamed)
                || dependsOn(cause) && (isRetyped || isInherited(cause))
                || renaming.isCarriedAlong(effect, renamed);
    }

    private boolean followsChanged(Difference cause) {
        return inheritance.isSameAs(cause)
                || isSameChange(cause)
                || isAttribute(cause)
                || isOfIdentity(cause)
                || inheritance.isChangedBy(cause)
                || cause.kind() == Kind.COLUMN
                        && cause.facts().contains(TYPE)
                        && OF_TYPES.contains(effect.kind())
                        && isTold(Wording.differsInCasts(
                                cause.expected().get(TYPE), cause.actual().get(TYPE)))
                || cause.kind() == Kind.ENUM
                        && effect.kind() != Kind.POLICY
                        && isTold(new Wording(Set.of(cause.path())).differsInValues(Labels.renamed(cause)))
                || cause.kind() == Kind.EXTENSION
                        && cause.facts().contains(SCHEMA)
                        && isTold(Wording.differsInSchema(
                                cause.expected().get(SCHEMA), cause.actual().get(SCHEMA)));
    }

    /** A column, a check and a trigger have one name in all children. */
    private boolean isInherited(Difference cause) {
        return Set.of(Kind.COLUMN, Kind.CONSTRAINT, Kind.TRIGGER).contains(effect.kind())
                && cause.kind() == effect.kind()
                && otherName(effect).isPresent()
                && otherName(effect).equals(otherName(cause));
    }

    private Optional<String> otherName(Difference difference) {
        return renaming.other(difference).map(Difference::path).map(SchemaObject::name);
    }

    /**
     * What befalls a column befalls the same column of each partition; who gets a table gets its sequences, which are as persistent as it
     * is.
     */
    private boolean isSameChange(Difference cause) {
        boolean isSame = effect.kind() == Kind.COLUMN && cause.kind() == Kind.COLUMN
                ? SchemaObject.name(effect.path()).equals(SchemaObject.name(cause.path()))
                : Set.of(OWNER, PERSISTENCE).containsAll(effect.facts())
                        && effect.kind() == Kind.SEQUENCE
                        && isPart(cause);
        return isSame
                && cause.expected().entrySet().containsAll(effect.expected().entrySet())
                && cause.actual().entrySet().containsAll(effect.actual().entrySet());
    }

    private boolean isAttribute(Difference cause) {
        return isOfTypedTable(cause) && OF_ATTRIBUTES.containsAll(effect.facts());
    }

    /** The sequence of an identity column has the type of the column. */
    private boolean isOfIdentity(Difference cause) {
        return effect.kind() == Kind.SEQUENCE
                && OF_IDENTITY.containsAll(effect.facts())
                && Objects.equals(effect.expected().get(TYPE), cause.expected().get(TYPE))
                && Objects.equals(effect.actual().get(TYPE), cause.actual().get(TYPE))
                && cause.kind() == Kind.COLUMN
                && effect.requires().contains(cause.path());
    }

    /** A column that needs a composite type and is not of that type is one of its attributes, in a table of the type. */
    private boolean isOfTypedTable(Difference cause) {
        return effect.kind() == Kind.COLUMN
                && cause.kind() == Kind.COMPOSITE_TYPE
                && Stream.of(effect.expected(), effect.actual())
                        .noneMatch(facts -> facts.getOrDefault(TYPE, "").startsWith(Renaming.name(cause.path())))
                && Stream.of(cause.expected(), cause.actual())
                        .anyMatch(
                                facts -> facts.getOrDefault(ATTRIBUTES, "").contains(SchemaObject.name(effect.path())));
    }

    /** Who becomes a child gets what it did not have; who becomes the owner needs no grant. */
    private boolean comesOfChange(Difference cause) {
        return inheritance.isGotBy(cause)
                || effect.change() == Change.MISSING
                        && effect.path()
                                .startsWith("privilege " + cause.actual().get(OWNER) + " on ")
                || isOfTypedTable(cause)
                || effect.kind() == Kind.SEQUENCE
                        && (effect.change() == Change.UNEXPECTED ? cause.actual() : cause.expected())
                                .containsKey(IDENTITY)
                        && !(effect.change() == Change.UNEXPECTED ? cause.expected() : cause.actual())
                                .containsKey(IDENTITY);
    }

    /** The columns of a primary key become NOT NULL with it. */
    private boolean isNotNullOfKey(Difference cause) {
        return effect.kind() == Kind.COLUMN
                && effect.facts().equals(Set.of(NULLABLE))
                && "primary key".equals(cause.actual().get(TYPE))
                && cause.requires().contains(effect.path());
    }

    /** ADD CONSTRAINT ... USING INDEX makes an index a part of the constraint, under its name. */
    private boolean isIndexOfKey(Difference cause) {
        return effect.kind() == Kind.INDEX
                && effect.parent().equals(cause.parent())
                && "true".equals(effect.expected().get("unique"))
                && Set.of("primary key", "unique").contains(cause.actual().get(TYPE))
                && effect.expected()
                        .get(DEFINITION)
                        .replaceFirst(BESIDE_COLUMNS, "")
                        .endsWith(columns(cause.actual().get(DEFINITION)));
    }

    private static String columns(String definition) {
        return definition.substring(Math.max(0, definition.indexOf('(')));
    }

    /** With a function goes the default that calls it, but no policy: that goes as a whole. An index identifies rows no more. */
    private boolean isGone(Difference cause) {
        return renamed(cause).isEmpty()
                && (effect.actual().isEmpty() || effect.actual().equals(Map.of(REPLICA_IDENTITY, "nothing")))
                && DEFAULTS.containsAll(effect.facts())
                && effect.requires().contains(cause.path());
    }

    /** PostgreSQL prints the names of what a definition uses, so that it reads otherwise when these are others. */
    private boolean isTold(BiPredicate<String, String> otherwise) {
        return effect.expected().keySet().equals(effect.facts())
                && effect.actual().keySet().equals(effect.facts())
                && effect.facts().stream()
                        .allMatch(fact -> otherwise.test(
                                        effect.expected().get(fact),
                                        effect.actual().get(fact))
                                || LISTS.contains(fact)
                                        && isOneOther(
                                                effect.expected().get(fact),
                                                effect.actual().get(fact),
                                                otherwise));
    }

    /** Lists are sorted by names, so that whatever has another has another place. */
    private static boolean isOneOther(String list, String other, BiPredicate<String, String> otherwise) {
        List<String> gone = new ArrayList<>(List.of(list.split(", ")));
        List<String> come = new ArrayList<>(List.of(other.split(", ")));
        gone.removeAll(List.of(other.split(", ")));
        come.removeAll(List.of(list.split(", ")));
        return gone.size() == 1 && come.size() == 1 && otherwise.test(gone.get(0), come.get(0));
    }

    private boolean isPart(Difference cause) {
        return effect.parent().equals(Optional.of(cause.path()));
    }
}
