package dev.plumbline.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A message that was given up.
 *
 * @param attempts how often it was tried
 * @param at when it was written
 * @param givenUpAt when it was tried last
 * @param error what went wrong then, without the sink's secrets
 * @param documents its events: CloudEvents 1.0 as JSON
 */
public record DeadLetter(
        long number, String sink, int attempts, Instant at, Instant givenUpAt, String error, List<String> documents) {}
