package dev.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where point-in-time recovery has to end to undo a run.
 *
 * @param time by the server's clock
 * @param lsn the position in the write-ahead log; empty where the server does not tell it
 */
public record RestorePoint(
        Instant time, @Schema(examples = "0/1A2B3C48") Optional<String> lsn) {}
