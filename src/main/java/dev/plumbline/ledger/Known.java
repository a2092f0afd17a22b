package dev.plumbline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger knows of the live schema.
 *
 * @param now what can be seen at this moment
 * @param watched what could be seen when it was last written; empty before the first time
 * @param at when that was
 * @param verdict the last
 * @param horizon what the last conclusive verification may not have seen
 * @param migratedTo the version of the migrations that have run
 * @param open the differences that are open
 */
public record Known(
        Mark now,
        Optional<Mark> watched,
        Optional<Instant> at,
        Optional<String> verdict,
        Optional<Horizon> horizon,
        Optional<String> migratedTo,
        List<OpenDifference> open) {

    /** Whether somebody has written what he saw after this look began. */
    public boolean isNewerThan(Mark look) {
        return watched.map(mark -> mark.compareTo(look) > 0).orElse(false);
    }
}
