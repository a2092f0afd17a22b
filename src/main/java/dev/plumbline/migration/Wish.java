package dev.plumbline.migration;

import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * What somebody wants to have done.
 *
 * @param target the version to stop at; empty for all
 * @param gate what to do about drift; empty for what is configured
 * @param statementTimeout how long one of its statements may run; empty for what is configured
 * @param key makes the same wish twice one run
 * @param repair whether, instead of running anything, to take the failed scripts from Flyway's history, so that they can
 *     run again. What they have done so far stays: whoever asks for this has undone it, or knows that the script can run
 *     over it
 */
public record Wish(
        Optional<String> target,
        Optional<DriftGate> gate,
        Optional<Duration> statementTimeout,
        Optional<String> key,
        boolean repair) {

    /** To run all that is pending. */
    public static final Wish ALL = new Wish(Optional.empty(), Optional.empty(), Optional.empty());

    /** To repair the history. */
    public static final Wish REPAIR =
            new Wish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

    /** Whether it is what the run was asked for. */
    boolean isThatOf(Run run) {
        return target.map(MigrationVersion::fromVersion).equals(run.target().map(MigrationVersion::fromVersion))
                && gate.equals(run.driftGate())
                && statementTimeout.equals(run.statementTimeout())
                && repair == run.repair();
    }

    public Wish(Optional<String> target, Optional<DriftGate> gate, Optional<String> key) {
        this(target, gate, Optional.empty(), key, false);
    }
}
