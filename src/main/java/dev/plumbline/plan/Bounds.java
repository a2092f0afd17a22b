package dev.plumbline.plan;

import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.Optional;
import java.util.function.Predicate;

/** Which rows a partition may have: whether they are such is asked of nobody. */
final class Bounds {

    private static final String BOUNDS = "bounds";
    private static final String WHOLE = "partitionOf";

    private Bounds() {}

    /**
     * What cannot be looked at where a table becomes a partition: its own rows have to fit, and the default partition must have
     * none that would.
     *
     * @param isThere whether there is a table already, by its path
     */
    static Optional<String> unchecked(Difference difference, Schema promised, Predicate<String> isThere) {
        SchemaObject part = promised.object(difference.path()).orElseThrow();
        if (!difference.facts().contains(BOUNDS) || part.fact(BOUNDS).isEmpty()) {
            return Optional.empty();
        }
        String whole = part.fact(WHOLE).orElse("");
        boolean hasRows = difference.change() == Change.CHANGED;
        boolean hasDefault = promised.stream()
                .filter(other -> other.fact(WHOLE).equals(Optional.of(whole)))
                .filter(other -> other.fact(BOUNDS).equals(Optional.of("DEFAULT")))
                .anyMatch(other -> isThere.test(other.path()));
        return hasRows || hasDefault && isThere.test("table " + whole)
                ? Optional.of("whether rows stand against " + difference.path() + " as a partition of " + whole + " "
                        + part.fact(BOUNDS).orElseThrow()
                        + (hasDefault ? ": those of the default partition that belong into it" : "")
                        + (hasRows ? (hasDefault ? ", and " : ": ") + "its own that do not" : ""))
                : Optional.empty();
    }
}
