package dev.plumbline.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plumbline.connection.Diagnosis;
import dev.plumbline.connection.Trouble;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Run.Failure;
import dev.plumbline.verification.Report;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * What came of a command.
 *
 * @param trouble why the database could not be reached in time
 * @param run the run that has brought the database here; empty if none was needed
 */
@RegisterForReflection(targets = {Result.class, Result.Told.class})
record Result(Optional<Told> trouble, Optional<Run> run, Optional<Report> report) {

    /**
     * What is wrong with the database.
     *
     * @param problem the type as over HTTP, where it is known what it is
     * @param remedy what to do about it then
     */
    record Told(String message, Optional<String> problem, Optional<String> remedy) {}

    static Result of(Trouble trouble) {
        return new Result(
                Optional.of(new Told(
                        trouble.message(),
                        trouble.diagnosis().map(Diagnosis::type),
                        trouble.diagnosis().map(Diagnosis::remedy))),
                Optional.empty(),
                Optional.empty());
    }

    static Result of(Optional<Run> run, Report report) {
        return new Result(Optional.empty(), run.map(Run::inShort), Optional.of(report));
    }

    @JsonProperty
    int exitCode() {
        return exit().code();
    }

    Exit exit() {
        return run.flatMap(Run::failure)
                .map(Result::after)
                .orElseGet(() -> report.map(Result::after).orElse(Exit.UNREACHABLE));
    }

    private static Exit after(Failure failure) {
        if (failure.isDrift()) {
            return Exit.DRIFTED;
        }
        return failure.retryable() ? Exit.UNREACHABLE : Exit.FAILED;
    }

    private static Exit after(Report report) {
        return switch (report.verdict()) {
            case MATCHES -> Exit.FINE;
            case DRIFTED, PENDING -> Exit.DRIFTED;
            case MIGRATING, UNKNOWN -> Exit.UNREACHABLE;
        };
    }
}
