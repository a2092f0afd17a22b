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

    /** What has been added to columns, by their paths. */
    private final Map<String, List<Difference>> constraints = new HashMap<>();

    /** What is gone, but for what follows the name in its path, such as the types of a function's arguments. */
    private final Set<Signature> gone = new HashSet<>();

    private record Signature(Kind kind, Optional<String> parent, String name) {

        static Signature of(Difference difference) {
            return new Signature(difference.kind(), difference.parent(), SchemaObject.name(difference.path()));
        }
    }

    Causes(Collection<Difference> differences) {
        byPath = differences.stream().collect(Collectors.toMap(Difference::path, Function.identity()));
        for (Difference difference : differences) {
            if (difference.change() == Change.MISSING) {
                gone.add(Signature.of(difference));
            } else if (difference.change() == Change.UNEXPECTED && difference.kind() == Kind.CONSTRAINT) {
                difference
                        .requires()
                        .forEach(path -> constraints
                                .computeIfAbsent(path, none -> new ArrayList<>())
                                .add(difference));
            }
        }
    }

    Optional<Difference> of(Difference difference) {
        List<Difference> known = Stream.concat(difference.parent().stream(), difference.requires().stream())
                .map(byPath::get)
                .filter(Objects::nonNull)
                .toList();
        var consequence = new Consequence(difference, gone.contains(Signature.of(difference)), missing(known));
        return Stream.concat(known.stream(), added(difference))
                .filter(consequence::follows)
                .findFirst();
    }

    /** The paths of those that are gone, and of what these were a part of and is gone as well. */
    private Set<String> missing(List<Difference> known) {
        var missing = new HashSet<String>();
        for (Difference difference : known) {
            Optional<Difference> next = Optional.of(difference);
            while (next.filter(cause -> cause.change() == Change.MISSING).isPresent()) {
                missing.add(next.get().path());
                next = next.get().parent().map(byPath::get);
            }
        }
        return missing;
    }

    private Stream<Difference> added(Difference difference) {
        return Stream.concat(Stream.of(difference.path()), difference.requires().stream())
                .flatMap(path -> constraints.getOrDefault(path, List.of()).stream())
                .filter(constraint -> constraint != difference);
    }
}
