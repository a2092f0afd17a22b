package dev.plumbline.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a statement without a transaction has begun and not finished.
 *
 * @param what such as {@code index public.leads_score_idx}
 * @param remedy the statement that clears it away
 */
public record Unfinished(String what, String remedy) {

    /** What is said of them after a message; nothing of none. */
    public static String told(List<Unfinished> all) {
        return all.isEmpty() ? "" : "; not finished: " + joined(all, Unfinished::what, ", ");
    }

    /** What is to be done first; nothing of none. */
    public static String remedies(List<Unfinished> all) {
        return all.isEmpty() ? "" : joined(all, Unfinished::remedy, "; ") + "; then ";
    }

    private static String joined(List<Unfinished> all, Function<Unfinished, String> text, String between) {
        return all.stream().map(text).collect(Collectors.joining(between));
    }
}
