package dev.plumbline.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A message to one sink that somebody is about to send.
 *
 * @param attempt which one it is, counted from 1
 * @param at when it was written
 * @param documents its events, the oldest first: CloudEvents 1.0 as JSON
 */
public record Delivery(long number, int attempt, Instant at, List<String> documents) {}
