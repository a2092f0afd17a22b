package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of some differences follows from which: from one of what its object is a part of, or depends on. */
final class Causes {

    private static final Set<Kind> ROUTINES = Set.of(Kind.FUNCTION, Kind.PROCEDURE, Kind.AGGREGATE);
    private static final Set<String> SIGNATURE = Set.of("arguments", "returns");

    private final Map<String, Difference> byPath;
    private final Renaming renaming;
    private final Map<String, Optional<Difference>> causes = new HashMap<>();

    /** What has been added to columns, by their paths. */
    private final Map<String, List<Difference>> constraints = new HashMap<>();

    /** Those that are gone, and those that are new. */
    private final Map<Routine, List<Difference>> routines = new HashMap<>();

    /** A routine by all but the types in its signature. */
    private record Routine(Change change, Kind kind, Optional<String> parent, String name, Map<String, String> facts) {

        static Routine of(Difference difference, Change change) {
            var facts = difference.factsButForName();
            facts.keySet().removeAll(SIGNATURE);
            return new Routine(
                    change, difference.kind(), difference.parent(), SchemaObject.name(difference.path()), facts);
        }
    }

    Causes(Collection<Difference> differences, Renaming renaming) {
        this.byPath = differences.stream().collect(Collectors.toMap(Difference::path, Function.identity()));
        this.renaming = renaming;
        for (Difference difference : differences) {
            if (ROUTINES.contains(difference.kind())) {
                routines.computeIfAbsent(Routine.of(difference, difference.change()), none -> new ArrayList<>())
                        .add(difference);
            }
            if (difference.change() == Change.UNEXPECTED && difference.kind() == Kind.CONSTRAINT) {
                difference
                        .requires()
                        .forEach(path -> constraints
                                .computeIfAbsent(path, none -> new ArrayList<>())
                                .add(difference));
            }
        }
    }

    Optional<Difference> of(Difference difference) {
        return causes.computeIfAbsent(difference.path(), path -> cause(difference));
    }

    private Optional<Difference> cause(Difference difference) {
        List<Difference> known = known(difference);
        var consequence =
                new Consequence(difference, isRetyped(difference), renaming, () -> names(sure(difference, known)));
        return Stream.of(known.stream(), added(difference), renamedSchemas())
                .flatMap(Function.identity())
                .filter(cause -> cause != difference)
                .filter(consequence::follows)
                .findFirst();
    }

    /** A policy that speaks of something else now is told, unless that is the same for certain. */
    private List<Difference> sure(Difference difference, List<Difference> known) {
        return difference.kind() != Kind.POLICY
                ? known
                : known.stream().filter(other -> !renaming.isChanged(other)).toList();
    }

    /** Of what it is a part of, and what it depends on, that which differs. */
    private List<Difference> known(Difference difference) {
        return Stream.of(difference.parent().stream(), difference.requires().stream(), owners(difference))
                .flatMap(Function.identity())
                .map(byPath::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<String> owners(Difference difference) {
        return Stream.of(difference.expected(), difference.actual())
                .flatMap(facts -> Optional.ofNullable(facts.get(Consequence.OWNER)).stream())
                .map(owner -> Kind.ROLE.label() + " " + owner);
    }

    private boolean isRetyped(Difference difference) {
        if (!ROUTINES.contains(difference.kind())) {
            return false;
        }
        return switch (difference.change()) {
            case MISSING ->
                routines.getOrDefault(Routine.of(difference, Change.UNEXPECTED), List.of()).stream()
                        .anyMatch(other -> isRetyped(difference, other));
            case UNEXPECTED ->
                routines.getOrDefault(Routine.of(difference, Change.MISSING), List.of()).stream()
                        .anyMatch(other -> isRetyped(other, difference));
            case CHANGED -> false;
        };
    }

    /** Whether nothing but the names of types is another in the signature. */
    private boolean isRetyped(Difference missing, Difference unexpected) {
        var names = Wording.differsInNames(names(Stream.concat(known(missing).stream(), known(unexpected).stream())
                .toList()));
        return SIGNATURE.stream()
                .allMatch(fact -> Objects.equals(
                                missing.expected().get(fact),
                                unexpected.actual().get(fact))
                        || missing.expected().containsKey(fact)
                                && unexpected.actual().containsKey(fact)
                                && names.test(
                                        missing.expected().get(fact),
                                        unexpected.actual().get(fact)));
    }

    /**
     * The paths of those that are gone, and of what these were a part of and is gone as well, each with the name of what is
     * there instead and is the same. In a schema under another name nothing else has another name.
     */
    private Map<String, Set<String>> names(List<Difference> known) {
        Set<Difference> all = known.stream()
                .flatMap(difference -> renaming.line(difference).stream())
                .collect(Collectors.toSet());
        Map<String, Set<String>> names = new HashMap<>();
        all.stream()
                .filter(missing -> missing.change() == Change.MISSING)
                .filter(missing -> renaming.line(missing).stream().noneMatch(renaming.schemas()::contains))
                .forEach(missing -> names.put(
                        missing.path(),
                        all.stream()
                                .filter(other -> isOther(missing, other))
                                .map(other -> SchemaObject.name(other.path()))
                                .collect(Collectors.toSet())));
        renaming.schemas()
                .forEach(missing -> names.put(
                        missing.path(),
                        Set.of(SchemaObject.name(
                                renaming.other(missing).orElseThrow().path()))));
        return names;
    }

    /** It was renamed itself, or is a part of what was. */
    private boolean isOther(Difference missing, Difference other) {
        return renaming.other(missing).filter(other::equals).isPresent()
                || renaming.line(missing).stream()
                        .skip(1)
                        .flatMap(whole -> renaming.other(whole).stream()
                                .filter(renaming.line(other)::contains)
                                .map(its -> whole))
                        .anyMatch(whole -> SchemaObject.name(missing.path()).equals(SchemaObject.name(other.path()))
                                && renaming.isCarriedAlong(missing, whole));
    }

    private Stream<Difference> added(Difference difference) {
        return Stream.concat(Stream.of(difference.path()), difference.requires().stream())
                .flatMap(path -> constraints.getOrDefault(path, List.of()).stream());
    }

    private Stream<Difference> renamedSchemas() {
        return renaming.schemas().stream()
                .flatMap(missing -> Stream.concat(Stream.of(missing), renaming.other(missing).stream()));
    }
}
