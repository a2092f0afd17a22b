package dev.plumbline.contract;

import java.util.Optional;

/**
 * A migration that the contracted schema is made of.
 *
 * @param version empty for a repeatable one
 * @param checksum Flyway's own, of the script; empty for what is no script
 */
public record Migration(Optional<String> version, String description, Optional<Integer> checksum) {

    /** As people call it: {@code V010 create indexes}, {@code R policies}. */
    public String title() {
        return version.map(v -> "V" + v).orElse("R") + " " + description;
    }
}
