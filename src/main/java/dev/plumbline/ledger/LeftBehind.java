package dev.plumbline.ledger;

/**
 * The schema as the last run has left it.
 *
 * @param snapshot as text
 * @param sameMajor whether the server that is there now prints the same schema the same
 * @param sameReading whether it was read by the same queries as it would be now
 * @param sameHistory whether nobody else has run migrations since
 */
public record LeftBehind(String snapshot, boolean sameMajor, boolean sameReading, boolean sameHistory) {}
