package dev.plumbline.ledger;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A difference that is open.
 *
 * @param worst the worst severity that it has had since then
 * @param since when it was first seen
 * @param madeSince the oldest transaction that can have made it; empty if it has been there since the first look
 * @param document the difference as JSON
 */
public record OpenDifference(String path, String worst, Instant since, OptionalLong madeSince, String document) {}
