package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    private final Map<String, Difference> byPath;

    private final Map<String, String> schemas;

    /** What has been added to columns, by their paths. */
    private final Map<String, List<Difference>> constraints = new HashMap<>();

    /** Routines that are gone, by all but the types in their signatures. */
    private final Set<Routine> gone = new HashSet<>();

    private static final Set<String> SIGNATURE = Set.of("arguments", "returns");

    private record Routine(Kind kind, Optional<String> parent, String name, Map<String, String> facts) {

        static Routine of(Difference difference) {
            var facts = difference.factsButForName();
            facts.keySet().removeAll(SIGNATURE);
            return new Routine(difference.kind(), difference.parent(), SchemaObject.name(difference.path()), facts);
        }
    }

    Causes(Collection<Difference> differences) {
        byPath = differences.stream().collect(Collectors.toMap(Difference::path, Function.identity()));
        for (Difference difference : differences) {
            if (difference.change() == Change.MISSING) {
                gone.add(Routine.of(difference));
            } else if (difference.change() == Change.UNEXPECTED && difference.kind() == Kind.CONSTRAINT) {
                difference
                        .requires()
                        .forEach(path -> constraints
                                .computeIfAbsent(path, none -> new ArrayList<>())
                                .add(difference));
            }
        }
        schemas = renamedSchemas();
    }

    /** Schemas that are gone, each with the one that is there instead and is the same. */
    private Map<String, String> renamedSchemas() {
        Map<String, String> renamed = new HashMap<>();
        List<Difference> all = byPath.values().stream()
                .filter(difference -> difference.kind() == Kind.SCHEMA)
                .toList();
        all.forEach(missing -> all.stream()
                .filter(other -> isRenamed(missing, other))
                .forEach(other -> renamed.put(SchemaObject.name(missing.path()), SchemaObject.name(other.path()))));
        return renamed;
    }

    Optional<Difference> of(Difference difference) {
        List<Difference> known = Stream.concat(difference.parent().stream(), difference.requires().stream())
                .map(byPath::get)
                .filter(Objects::nonNull)
                .toList();
        var consequence =
                new Consequence(difference, gone.contains(Routine.of(difference)), renamed(difference, known));
        return Stream.concat(known.stream(), added(difference))
                .filter(consequence::follows)
                .findFirst();
    }

    /**
     * Of those that are gone, and of what these were a part of and is gone as well, the paths, each with the names of what is
     * there instead and is the same.
     */
    private Map<String, Set<String>> renamed(Difference effect, List<Difference> known) {
        Set<Difference> all = known.stream()
                .flatMap(difference -> Stream.iterate(
                        difference, Objects::nonNull, part -> whole(part).orElse(null)))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(missing -> missing.change() == Change.MISSING)
                .collect(Collectors.toMap(
                        Difference::path,
                        missing -> Stream.concat(
                                        all.stream()
                                                .filter(other -> isRenamed(missing, other))
                                                .map(Difference::path),
                                        Stream.of(missing.path()).filter(path -> isInRenamedSchema(path, effect)))
                                .map(SchemaObject::name)
                                .collect(Collectors.toSet())));
    }

    /** What a schema under another name holds is not read, but what depends on it says so. */
    private boolean isInRenamedSchema(String path, Difference effect) {
        String name = path.substring(Kind.of(path).label().length());
        return schemas.entrySet().stream()
                .filter(schema -> name.startsWith(" " + schema.getKey() + "."))
                .map(schema ->
                        " " + schema.getValue() + name.substring(schema.getKey().length() + 1))
                .anyMatch(moved -> effect.requires().stream().anyMatch(required -> required.contains(moved)));
    }

    /** It is the same but for its name, or has its old name in something else that is the same. */
    private boolean isRenamed(Difference missing, Difference other) {
        return missing.change() == Change.MISSING
                && other.change() == Change.UNEXPECTED
                && other.kind() == missing.kind()
                && (other.factsButForName().equals(missing.factsButForName())
                        || SchemaObject.name(other.path()).equals(SchemaObject.name(missing.path()))
                                && whole(missing)
                                        .flatMap(its -> whole(other).filter(theirs -> isRenamed(its, theirs)))
                                        .isPresent());
    }

    private Optional<Difference> whole(Difference difference) {
        return difference.parent().map(byPath::get);
    }

    private Stream<Difference> added(Difference difference) {
        return Stream.concat(Stream.of(difference.path()), difference.requires().stream())
                .flatMap(path -> constraints.getOrDefault(path, List.of()).stream())
                .filter(constraint -> constraint != difference);
    }
}
