package dev.plumbline.plan;

import java.util.List;
import java.util.Locale;

/** The modes of locks on tables, from the weakest to the strongest: chapter 13.3 of PostgreSQL's manual. */
final class Locks {

    static final String STRONGEST = "ACCESS EXCLUSIVE";

    private static final List<String> MODES = List.of(
            "none",
            "ACCESS SHARE",
            "ROW SHARE",
            "ROW EXCLUSIVE",
            "SHARE UPDATE EXCLUSIVE",
            "SHARE",
            "SHARE ROW EXCLUSIVE",
            "EXCLUSIVE",
            STRONGEST);

    private static final List<String> EFFECTS =
            List.of("", "read", "maybe rewritten", "rewritten", "renamed", "dropped");

    private Locks() {}

    /** The words of the manual for a mode as pg_locks calls it: {@code AccessShareLock}. */
    static String mode(String name) {
        return name.replaceAll("Lock$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
    }

    static boolean isTaken(String mode) {
        return MODES.indexOf(mode) > 0;
    }

    static boolean keepsFromWriting(String mode) {
        return MODES.indexOf(mode) >= MODES.indexOf("SHARE");
    }

    static String stronger(String one, String other) {
        return MODES.indexOf(one) >= MODES.indexOf(other) ? one : other;
    }

    static String worse(String one, String other) {
        return EFFECTS.indexOf(one) >= EFFECTS.indexOf(other) ? one : other;
    }
}
