package dev.plumbline.ledger;

import java.util.Optional;

/**
 * A migration as Flyway's history has it.
 *
 * @param version empty for a repeatable one
 * @param checksum Flyway's own, of the script; empty for what is no script
 * @param success false only for a failed script that could not be rolled back
 */
public record Applied(
        Optional<String> version, String description, Optional<Integer> checksum, boolean success, String type) {}
