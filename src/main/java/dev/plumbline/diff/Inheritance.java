package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a difference of an index, a constraint or a trigger has to do with the parents of its table. */
record Inheritance(Difference effect) {

    private static final String INHERITED = "inherited";
    private static final String DEFINITION = "definition";

    /** What a partition, or another child, has from that of its parent. */
    private static final Set<Kind> OF_CHILDREN = Set.of(Kind.INDEX, Kind.CONSTRAINT, Kind.TRIGGER);

    /** What makes a table a child. */
    private static final Set<String> OF_PARENTS = Set.of("partitionOf", "inherits");

    /** What a parent gets, its children get, and what it loses they lose, or keep as their own. */
    boolean isPassedOnBy(Difference cause) {
        return isOfParents(cause)
                && (effect.change() == Change.CHANGED
                        ? isOnlyInherited()
                        : effect.actual().containsKey(INHERITED));
    }

    /** What befalls that of the parent befalls this. */
    boolean isSameAs(Difference cause) {
        return isOfParents(cause)
                && isChangedAlike(cause.expected(), effect.expected())
                && isChangedAlike(cause.actual(), effect.actual());
    }

    /** Its table has become a child, and got it with that. Triggers it loses again when it is none any more. */
    boolean isGotBy(Difference table) {
        return isMadeChild(table)
                && (effect.actual().containsKey(INHERITED)
                        || effect.kind() == Kind.TRIGGER
                                && effect.change() == Change.MISSING
                                && effect.expected().containsKey(INHERITED));
    }

    /** Its table has become a child, or is none any more, and it stays as it is. */
    boolean isChangedBy(Difference table) {
        return isMadeChild(table) && isOnlyInherited();
    }

    private boolean isOfParents(Difference cause) {
        return OF_CHILDREN.contains(effect.kind())
                && effect.kind() == cause.kind()
                && effect.requires().contains(cause.path());
    }

    private boolean isMadeChild(Difference table) {
        return OF_CHILDREN.contains(effect.kind())
                && effect.parent().equals(Optional.of(table.path()))
                && table.facts().stream().anyMatch(OF_PARENTS::contains);
    }

    /** It is what it was, but for whose it is; an index that has been inherited is printed without names. */
    private boolean isOnlyInherited() {
        return effect.kind() != Kind.TRIGGER
                && effect.facts().contains(INHERITED)
                && Set.of(INHERITED, DEFINITION).containsAll(effect.facts())
                && (isPrintedAlike(effect.expected(), effect.actual())
                        || isPrintedAlike(effect.actual(), effect.expected()));
    }

    private static boolean isPrintedAlike(Map<String, String> facts, Map<String, String> inherited) {
        return facts.getOrDefault(DEFINITION, "").endsWith(inherited.getOrDefault(DEFINITION, ""));
    }

    private static boolean isChangedAlike(Map<String, String> parents, Map<String, String> childs) {
        return childs.entrySet().stream()
                .allMatch(fact -> fact.getKey().equals(DEFINITION)
                        ? isPrintedAlike(parents, childs)
                        : fact.getValue().equals(parents.get(fact.getKey())));
    }
}
