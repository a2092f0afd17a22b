package dev.plumbline.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that has happened and is told to whoever wants to know.
 *
 * @param type of a CloudEvent
 * @param subject the object that it has happened to: what is told of one is told in order
 * @param severity security, integrity, structure, performance or note, where it has one
 * @param worst the worst that it has had since it was opened: whoever was told of that is told how it goes on
 * @param data JSON
 */
public record Notice(
        String type, String subject, Optional<String> severity, Optional<String> worst, Instant at, String data) {

    /** Of something that has no severity. */
    public Notice(String type, String subject, Instant at, String data) {
        this(type, subject, Optional.empty(), Optional.empty(), at, data);
    }

    public static final String OPENED = "dev.plumbline.drift.opened";
    public static final String CHANGED = "dev.plumbline.drift.changed";
    public static final String RESOLVED = "dev.plumbline.drift.resolved";
    public static final String SUCCEEDED = "dev.plumbline.migration.succeeded";
    public static final String FAILED = "dev.plumbline.migration.failed";
    public static final String UNKNOWN = "dev.plumbline.verification.unknown";

    /** What the types that tell of differences begin with. */
    public static final String DRIFT = "dev.plumbline.drift.";

    public boolean isDrift() {
        return type.startsWith(DRIFT);
    }
}
