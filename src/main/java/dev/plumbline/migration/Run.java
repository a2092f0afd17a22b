package dev.plumbline.migration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.plumbline.ledger.RestorePoint;
import dev.plumbline.ledger.Unfinished;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One execution of migrations.
 *
 * @param contract the fingerprint of the contract of the build that carries it out
 * @param target the version to stop at; empty for all
 * @param driftGate what was to be done about drift, if that was asked for; empty for what is configured
 * @param statementTimeout how long one of its statements may run, if that was asked for
 * @param repair whether it was to repair the history, and to run nothing
 * @param from the schema's version before; empty before the first migration
 * @param to the schema's version now
 * @param restorePoint taken just before it began; empty where the run is not kept
 * @param warnings what people should know of the run as a whole
 * @param repaired the scripts that it has taken from Flyway's history as failed, and the one of which no half is there any more
 * @param scripts those that have been begun, in order; one that was tried again stands there for each time
 * @param failure why it failed
 * @param report the verification report taken just after
 */
@RegisterForReflection(targets = {Run.class, Run.Script.class, Run.Failure.class, RestorePoint.class})
@Schema(description = "One execution of migrations.")
public record Run(
        UUID id,
        Outcome outcome,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String contract,

        @Schema(examples = "3") Optional<String> target,

        Optional<DriftGate> driftGate,

        @Schema(type = SchemaType.STRING, examples = "PT1H") Optional<Duration> statementTimeout,

        boolean repair,

        @Schema(examples = "003") Optional<String> from,

        @Schema(examples = "010") Optional<String> to,

        Optional<RestorePoint> restorePoint,
        List<String> warnings,
        List<String> repaired,
        List<Script> scripts,
        Optional<Failure> failure,

        @Schema(description = "The report of the verification taken just after.")
        Optional<Object> report) {

    /** How far a run has come. */
    public enum Outcome {
        RUNNING,
        SUCCEEDED,
        FAILED,
        /** The process that carried it out has gone before the end. */
        INTERRUPTED
    }

    /**
     * A migration script that a run has begun.
     *
     * @param transactional whether all of it takes effect or nothing; no more from where it ends its transaction itself
     * @param took empty while it runs, and where nobody was there to see its end
     * @param warnings what the server had to say, notices included
     */
    public record Script(
            @Schema(examples = "V010__create_indexes.sql") String script,
            Optional<String> version,
            String description,
            boolean transactional,
            Outcome outcome,
            Optional<Duration> took,
            List<String> warnings) {

        Script withoutTransaction() {
            return new Script(script, version, description, false, outcome, took, warnings);
        }

        Script ended(Outcome how, Optional<Duration> time, List<String> told) {
            return new Script(script, version, description, transactional, how, time, List.copyOf(told));
        }
    }

    /**
     * Why a run failed.
     *
     * @param script the script that failed; empty if it never came to one
     * @param line of the script, counted from 1
     * @param sqlState as in appendix A of PostgreSQL's manual
     * @param remedy what a person can do, where that is known
     * @param problem the type of what is behind it, see docs/problems.md, where that is known
     * @param retryable whether another run may go well without anybody doing anything: the database could not be reached, or
     *     the process ended
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

            @Schema(examples = "urn:plumbline:problem:permission-denied")
            Optional<String> problem,

            boolean retryable) {

        /** The problem of a run that was refused because somebody has changed the schema by hand. */
        static final String DRIFT = "urn:plumbline:problem:drifted";

        /** That of one that was refused because of the half of a script. */
        static final String HALF_DONE = "urn:plumbline:problem:half-done";

        /** What was kept by an older build has none. */
        public Failure {
            problem = problem == null ? Optional.empty() : problem;
        }

        private boolean isForAHalf() {
            return problem.filter(HALF_DONE::equals).isPresent();
        }

        /** Whether nothing has been run, for the schema is not what the last run has left. */
        @JsonIgnore
        public boolean isDrift() {
            return problem.filter(DRIFT::equals).isPresent();
        }

        Failure withMessage(String other) {
            return new Failure(other, script, line, statement, sqlState, detail, hint, remedy, problem, retryable);
        }

        Failure withProblem(String type) {
            return new Failure(
                    message, script, line, statement, sqlState, detail, hint, remedy, Optional.of(type), retryable);
        }

        Failure ofAStop(String why, String what) {
            return new Failure(why, script, line, statement, sqlState, detail, hint, Optional.of(what), problem, true);
        }

        /**
         * Another run would do the half again, or stumble over it.
         *
         * @param open the script that has begun and not ended
         * @param unfinished what it has begun
         */
        Failure ofAHalf(Optional<Script> open, List<Unfinished> unfinished) {
            return new Failure(
                    message + Unfinished.told(unfinished),
                    script.or(() -> open.map(Script::script)),
                    line,
                    statement,
                    sqlState,
                    detail,
                    hint,
                    Optional.of(Failures.ofAHalf(unfinished)),
                    problem,
                    false);
        }

        /** Whether the run was refused because an earlier one has left half of a script. */
        boolean isOfAHalf() {
            return problem.equals(Optional.of(HALF_DONE));
        }

        Failure mayPass() {
            return new Failure(message, script, line, statement, sqlState, detail, hint, remedy, problem, true);
        }

        static Failure of(String message, Optional<String> script, Optional<String> remedy) {
            return new Failure(
                    message,
                    script,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    remedy,
                    Optional.empty(),
                    false);
        }
    }

    public boolean goesOn() {
        return outcome == Outcome.RUNNING;
    }

    /** Whether it has ended within a script of which a part may have taken effect. */
    boolean endedHalfway() {
        return !scripts.isEmpty()
                && !scripts.get(scripts.size() - 1).transactional()
                && scripts.get(scripts.size() - 1).outcome() != Outcome.SUCCEEDED;
    }

    /** The script of which it has left half, or was refused because half was there before. */
    Optional<String> half() {
        return endedHalfway()
                ? Optional.of(scripts.get(scripts.size() - 1).script())
                : failure.filter(Failure::isForAHalf).flatMap(Failure::script);
    }

    /** Whether of this script no half is left that was there before it. */
    boolean hasDealtWith(String script) {
        return repaired.contains(script)
                || scripts.stream().anyMatch(one -> one.script().equals(script) && one.outcome() == Outcome.SUCCEEDED);
    }

    Run interrupted(List<Script> traced, Failure why) {
        return new Run(
                id,
                Outcome.INTERRUPTED,
                startedAt,
                finishedAt,
                contract,
                target,
                driftGate,
                statementTimeout,
                repair,
                from,
                to,
                restorePoint,
                warnings,
                repaired,
                traced,
                Optional.of(why),
                report);
    }

    /** Without the report, which can be long. */
    public Run inShort() {
        return new Run(
                id,
                outcome,
                startedAt,
                finishedAt,
                contract,
                target,
                driftGate,
                statementTimeout,
                repair,
                from,
                to,
                restorePoint,
                warnings,
                repaired,
                scripts,
                failure,
                Optional.empty());
    }
}
