package dev.plumbline.verification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of one verification.
 *
 * @param reason why, where the verdict alone does not say it
 * @param database what was found; empty where nothing could be read
 * @param checklist the seven questions; empty where nothing could be read
 * @param differences without those that only follow from another
 * @param coverage what was looked at, and what was not
 * @param attribution whether it is known who makes differences; empty where nothing could be read
 */
public record Report(
        Verdict verdict,

        Optional<String> reason,

        Promise contract,

        Optional<Found> database,

        List<Checked> checklist,
        List<ReportedDifference> differences,
        Coverage coverage,
        Optional<Attribution> attribution,
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

    /**
     * What the comparison was about. Silence is not coverage.
     *
     * @param compared how many live objects of each kind were compared
     * @param ignored how many differences each rule of plumbline.verification.ignore has hidden
     * @param notModelled how many objects the database has of kinds that are not compared, in PostgreSQL's words for them
     * @param notVisible the catalogs that the role may not look into
     */
    public record Coverage(
            @Schema(examples = "{\"table\": 7}") SortedMap<String, Long> compared,
            SortedMap<String, Long> ignored,

            @Schema(examples = "{\"operator\": 1}") SortedMap<String, Long> notModelled,

            List<String> notVisible) {

        static final Coverage NONE = new Coverage(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /**
     * Whether it is known who makes differences.
     *
     * @param available whether every change of the schema is written down
     * @param reason why not
     */
    public record Attribution(boolean available, Optional<String> reason) {}

    /** A text that two reports have in common if they say the same at different times. */
    public String tag() {
        return UUID.nameUUIDFromBytes(
                        List.of(verdict, reason, contract, database, checklist, differences, coverage, attribution)
                                .toString()
                                .getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Whether the schema could be compared at a time when it should be as promised. */
    public boolean concludes() {
        return verdict.concludes();
    }
}
