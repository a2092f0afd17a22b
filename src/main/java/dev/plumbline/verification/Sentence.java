package dev.plumbline.verification;

import dev.plumbline.diff.Difference;
import java.util.Optional;
import java.util.stream.Collectors;

/** A difference in one sentence. */
final class Sentence {

    /** Longer texts, and those of several lines, are left to the facts: a definition is no part of a sentence. */
    private static final int QUOTABLE = 60;

    private Sentence() {}

    /**
     * @param renamed what the object may have become, or have been: a guess
     */
    static String about(Difference difference, Optional<Difference> renamed) {
        String subject = "The " + difference.path();
        return switch (difference.change()) {
            case MISSING ->
                subject + " is missing"
                        + renamed.map(other -> ": was it renamed to " + other.path() + "?")
                                .orElse(".");
            case UNEXPECTED ->
                subject + " is there, but no migration makes it"
                        + renamed.map(other -> ": was it " + other.path() + "?" + besides(difference.since(other)))
                                .orElse(".");
            case CHANGED -> subject + " has changed: " + changes(difference) + ".";
        };
    }

    private static String besides(Difference changed) {
        return changed.facts().isEmpty() ? "" : " Then it is not as it was: " + changes(changed) + ".";
    }

    private static String changes(Difference difference) {
        return difference.facts().stream()
                .map(fact -> change(
                        fact,
                        difference.expected().get(fact),
                        difference.actual().get(fact)))
                .collect(Collectors.joining("; "));
    }

    private static String change(String fact, String expected, String actual) {
        if (actual == null) {
            return fact + " is gone" + (quotable(expected) ? ", and should be " + expected : "");
        }
        if (expected == null) {
            return fact + " should not be there" + (quotable(actual) ? ", and is " + actual : "");
        }
        return quotable(expected) && quotable(actual)
                ? fact + " is " + actual + ", and should be " + expected
                : fact + " is not what it should be";
    }

    private static boolean quotable(String text) {
        return text.length() <= QUOTABLE && !text.contains("\n");
    }
}
