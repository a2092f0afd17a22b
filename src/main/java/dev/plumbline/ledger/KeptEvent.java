package dev.plumbline.ledger;

/**
 * An event as the ledger has it.
 *
 * @param number grows in the order in which events have happened
 * @param document a CloudEvent 1.0 as JSON
 */
public record KeptEvent(long number, String type, String document) {}
