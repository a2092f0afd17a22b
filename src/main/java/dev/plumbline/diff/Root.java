package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A difference that does not merely follow from another, with those that follow from it.
 *
 * @param parts the differences of what is a part of its object, such as the columns of a missing table
 * @param others what else comes or goes or reads otherwise with it, such as a view of that table
 * @param renamed what a missing object may have become, or an unexpected one may have been: a guess
 */
public record Root(
        Difference difference, List<Difference> parts, List<Difference> others, Optional<Difference> renamed) {

    static Root of(Difference difference, List<Difference> followers, Optional<Difference> renamed) {
        List<Difference> parts = new ArrayList<>();
        Set<String> whole = new HashSet<>(Set.of(difference.path()));
        List<Difference> others = new ArrayList<>(followers);
        while (difference.change() != Change.CHANGED
                && others.removeIf(other -> {
                    boolean isPart = other.parent().filter(whole::contains).isPresent();
                    return isPart && parts.add(other) && whole.add(other.path());
                })) {
            // what is a part of a part may stand before it
        }
        return new Root(difference, List.copyOf(parts), List.copyOf(others), renamed);
    }

    /** This and all that follows from it. */
    public Stream<Difference> all() {
        return Stream.of(Stream.of(difference), parts.stream(), others.stream()).flatMap(some -> some);
    }
}
