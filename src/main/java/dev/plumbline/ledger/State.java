package dev.plumbline.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of the verdict.
 *
 * @param reason why, where the verdict alone does not say it
 * @param contract the fingerprint of what was promised
 * @param differences how many were open
 */
public record State(
        @JsonIgnore long number,
        Instant at,
        String verdict,
        Optional<String> reason,
        String contract,
        int differences) {}
