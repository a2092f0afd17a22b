package dev.plumbline.migration;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One execution of migrations.
 *
 * @param target the version to stop at; empty for all
 * @param from the schema's version before; empty before the first migration
 * @param to the schema's version now
 * @param scripts those that have been begun, in order
 * @param failure why it failed
 * @param report the verification report taken just after
 */
@RegisterForReflection(targets = {Run.class, Run.Script.class, Run.Failure.class})
@Schema(description = "One execution of migrations.")
public record Run(
        UUID id,
        Outcome outcome,
        Instant startedAt,
        Optional<Instant> finishedAt,

        @Schema(examples = "3") Optional<String> target,

        @Schema(examples = "003") Optional<String> from,

        @Schema(examples = "010") Optional<String> to,

        List<Script> scripts,
        Optional<Failure> failure,

        @Schema(description = "The report of the verification taken just after.")
        Optional<Object> report) {

    /** How far a run has come. */
    public enum Outcome {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    /**
     * A migration script that a run has begun.
     *
     * @param warnings what the server had to say, notices included
     */
    public record Script(
            @Schema(examples = "V010__create_indexes.sql") String script,
            Optional<String> version,
            String description,
            Outcome outcome,
            Optional<Duration> took,
            List<String> warnings) {}

    /**
     * Why a run failed.
     *
     * @param script the script that failed; empty if it never came to one
     * @param line of the script, counted from 1
     * @param sqlState as in appendix A of PostgreSQL's manual
     * @param remedy what a person can do, where that is known
     * @param retryable whether it may pass without anybody doing anything: the database could not be reached
     */
    public record Failure(
            String message,
            Optional<String> script,
            Optional<Integer> line,
            Optional<String> statement,
            Optional<String> sqlState,
            Optional<String> detail,
            Optional<String> hint,
            Optional<String> remedy,
            boolean retryable) {}
}
