package dev.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What a sink has not been told.
 *
 * @param waiting how many messages wait
 * @param oldest when the oldest of them was written
 * @param dead how many were given up
 */
public record Backlog(String sink, long waiting, Optional<Instant> oldest, long dead) {}
