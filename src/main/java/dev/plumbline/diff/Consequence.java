package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Which difference is no news beside another, because what makes the one comes with the other. */
final class Consequence {

    private static final String OWNER = "owner";
    private static final String PARTITION_OF = "partitionOf";
    private static final String IDENTITY = "identity";
    private static final String TYPE = "type";

    /** What a partition has from its parent and is listed with that, or keeps as its own when it is none any more. */
    private static final Set<Kind> OF_PARTITIONS = Set.of(Kind.INDEX, Kind.CONSTRAINT);

    /** What an attribute of a composite type is to a column of a table of that type. */
    private static final Set<String> OF_ATTRIBUTES = Set.of("type", "collation");

    /** What definitions call by name, so that they go with it. */
    static final Set<Kind> NAMED = EnumSet.of(
            Kind.TABLE,
            Kind.FOREIGN_TABLE,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.SEQUENCE,
            Kind.FUNCTION,
            Kind.PROCEDURE,
            Kind.AGGREGATE,
            Kind.ENUM,
            Kind.DOMAIN,
            Kind.COMPOSITE_TYPE,
            Kind.RANGE_TYPE,
            Kind.COLLATION);

    /** What PostgreSQL prints anew, with other casts, when the type of a column changes. */
    private static final Set<Kind> OF_TYPES = Set.of(Kind.INDEX, Kind.CONSTRAINT, Kind.STATISTICS);

    private Consequence() {}

    /**
     * @param cause the difference of what the object of the other one is a part of, or requires
     */
    static boolean follows(Difference effect, Difference cause) {
        if (cause.change() != effect.change()) {
            return cause.change() == Change.CHANGED
                    ? comesOfChange(effect, cause)
                    : cause.change() == Change.MISSING && namesIt(effect, cause);
        }
        return effect.change() == Change.CHANGED
                ? isSameChange(effect, cause)
                        || isAttribute(effect, cause)
                        || cause.kind() == Kind.COLUMN
                                && cause.facts().contains(TYPE)
                                && OF_TYPES.contains(effect.kind())
                                && isTold(effect, Wording::differsInCasts)
                        || cause.kind() == Kind.ENUM
                                && effect.kind() != Kind.POLICY
                                && isTold(effect, new Wording(cause.path())::differsInValues)
                : effect.kind() != Kind.POLICY || isPart(effect, cause);
    }

    /** What befalls a column befalls the same column of each partition; who gets a table gets its sequences. */
    private static boolean isSameChange(Difference effect, Difference cause) {
        return (cause.kind() == effect.kind() || effect.facts().equals(Set.of(OWNER)))
                && cause.expected().entrySet().containsAll(effect.expected().entrySet())
                && cause.actual().entrySet().containsAll(effect.actual().entrySet());
    }

    private static boolean isAttribute(Difference effect, Difference cause) {
        return effect.kind() == Kind.COLUMN
                && cause.kind() == Kind.COMPOSITE_TYPE
                && OF_ATTRIBUTES.containsAll(effect.facts());
    }

    /** A partition that is none keeps what it had from its parent; who becomes the owner needs no grant. */
    private static boolean comesOfChange(Difference effect, Difference cause) {
        return isPart(effect, cause)
                        && OF_PARTITIONS.contains(effect.kind())
                        && (effect.change() == Change.UNEXPECTED ? cause.expected() : cause.actual())
                                .containsKey(PARTITION_OF)
                || effect.change() == Change.MISSING
                        && effect.path()
                                .startsWith("privilege " + cause.actual().get(OWNER) + " on ")
                || effect.kind() == Kind.COLUMN
                        && cause.kind() == Kind.COMPOSITE_TYPE
                        && tells(cause, SchemaObject.name(effect.path()))
                || effect.kind() == Kind.SEQUENCE && cause.facts().contains(IDENTITY);
    }

    private static boolean namesIt(Difference effect, Difference cause) {
        return Stream.concat(Stream.of(cause.path()), cause.parent().stream())
                        .anyMatch(path -> isTold(effect, new Wording(path)::differsInName))
                || isGone(effect, cause);
    }

    /** With a function goes the default that calls it, but no policy: that goes as a whole. */
    private static boolean isGone(Difference effect, Difference cause) {
        return effect.change() == Change.CHANGED
                && effect.kind() == Kind.COLUMN
                && effect.actual().isEmpty()
                && Wording.names(effect).anyMatch(Wording.name(cause.path())::equals);
    }

    /** PostgreSQL prints the names of what a definition uses, so that it reads otherwise when these are others. */
    private static boolean isTold(Difference effect, BiPredicate<String, String> otherwise) {
        return effect.change() == Change.CHANGED
                && effect.expected().keySet().equals(effect.facts())
                && effect.actual().keySet().equals(effect.facts())
                && effect.facts().stream()
                        .allMatch(fact -> otherwise.test(
                                effect.expected().get(fact), effect.actual().get(fact)));
    }

    private static boolean tells(Difference difference, String name) {
        return Stream.concat(difference.expected().values().stream(), difference.actual().values().stream())
                .anyMatch(text -> text.contains(name));
    }

    private static boolean isPart(Difference effect, Difference cause) {
        return effect.parent().equals(Optional.of(cause.path()));
    }
}
