package dev.plumbline.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of one verification.
 *
 * @param reason why, where the verdict alone does not say it
 * @param database what was found; empty where nothing could be read
 * @param checklist the seven questions; empty where nothing could be read
 * @param differences without those that only follow from another
 * @param coverage how many objects of each kind were compared
 */
public record Report(
        Verdict verdict,

        Optional<String> reason,

        Promise contract,

        Optional<Found> database,

        List<Checked> checklist,
        List<ReportedDifference> differences,

        @Schema(description = "how many live objects of each kind were compared", examples = "{\"table\": 7}")
        SortedMap<String, Long> coverage,

        Instant startedAt,
        Instant finishedAt,
        Duration took) {

    /**
     * What the migrations promise.
     *
     * @param version of the last versioned migration
     * @param fingerprint SHA-256 of all that they build
     */
    public record Promise(String version, String fingerprint) {}

    /**
     * What is there.
     *
     * @param fingerprint SHA-256 of it: the contract's, if and only if nothing differs
     * @param server PostgreSQL's version
     */
    public record Found(String fingerprint, String server) {}

    /** Whether the schema could be compared at a time when it should be as promised. */
    public boolean concludes() {
        return verdict == Verdict.MATCHES || verdict == Verdict.DRIFTED;
    }
}
