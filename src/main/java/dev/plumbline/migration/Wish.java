package dev.plumbline.migration;

import java.util.Optional;

/**
 * What somebody wants to have run.
 *
 * @param target the version to stop at; empty for all
 * @param key makes the same wish twice one run
 */
public record Wish(Optional<String> target, Optional<String> key) {

    /** All that is pending. */
    public static final Wish ALL = new Wish(Optional.empty(), Optional.empty());
}
