package dev.plumbline.verification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a difference puts at risk, the worst first. */
public enum Severity {
    /** Who may see or change what. */
    SECURITY,
    /** Which data can be stored. */
    INTEGRITY,
    /** What applications find there. */
    STRUCTURE,
    /** How fast they find it. */
    PERFORMANCE,
    /** What people read about it. */
    NOTE;

    /** The one that is called so. */
    static Severity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
