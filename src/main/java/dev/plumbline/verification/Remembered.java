package dev.plumbline.verification;

import java.time.Instant;
import java.util.Collection;

/**
 * What the replicas know, whichever of them has looked last.
 *
 * @param at when it was last seen to be so, and no more than a minute before the last look
 */
public record Remembered(Instant at, Collection<ReportedDifference> differences) {}
