package dev.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A difference that is open.
 *
 * @param worst the worst severity that it has had since then
 * @param since when it was first seen
 * @param madeSince what can have made it; empty if it has been there since the first look
 * @param document the difference as JSON
 */
public record OpenDifference(String path, String worst, Instant since, Optional<Horizon> madeSince, String document) {}
