package dev.plumbline.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a database stands.
 *
 * @param reason why it is not up to date, for people
 * @param current the version of the last versioned migration that has run
 * @param pending those that a run would execute
 * @param ignored those that have not run and of which the version is lower than that of one that has: every run is refused
 *     for them
 * @param missing those that have run and of which this build has no script
 * @param outOfOrder those that ran after one of a higher version
 * @param changedOnDisk versioned ones that ran from a script with another text than this build's
 * @param running the run that goes on
 * @param last the run that ended last
 */
@Schema(description = "Where the database stands with its migrations.")
public record Overview(
        Status status,
        Optional<String> reason,

        @Schema(examples = "010") Optional<String> current,

        List<Item> applied,
        List<Item> pending,
        List<Item> failed,
        List<Item> ignored,
        List<Item> missing,
        List<Item> outOfOrder,
        List<Item> changedOnDisk,
        Optional<Run> running,
        Optional<Run> last) {

    /** What it comes down to. */
    public enum Status {
        UP_TO_DATE,
        PENDING,
        MIGRATING,
        FAILED,
        UNKNOWN
    }

    /**
     * One migration.
     *
     * @param version empty for a repeatable one
     */
    public record Item(
            @Schema(examples = "V010__create_indexes.sql") String script,
            Optional<String> version,
            String description,
            Optional<Instant> installedAt,
            Optional<Duration> took) {}
}
