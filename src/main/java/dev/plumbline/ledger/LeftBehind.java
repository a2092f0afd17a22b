package dev.plumbline.ledger;

/**
 * The schema as the last run has left it.
 *
 * @param snapshot as text
 * @param sameMajor whether the server that is there now prints the same schema the same
 * @param sameHistory whether nobody else has run migrations since
 */
public record LeftBehind(String snapshot, boolean sameMajor, boolean sameHistory) {}
