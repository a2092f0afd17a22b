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
 * @param problem the type of that as over HTTP, where it is known what it is
 * @param remedy what to do about it then
 * @param run the run that has brought the database here; empty if none was needed
 */
@RegisterForReflection
record Result(
        Optional<Trouble> trouble,
        Optional<String> problem,
        Optional<String> remedy,
        Optional<Run> run,
        Optional<Report> report) {

    static Result of(Trouble trouble) {
        return new Result(
                Optional.of(trouble),
                trouble.diagnosis().map(Diagnosis::type),
                trouble.diagnosis().map(Diagnosis::remedy),
                Optional.empty(),
                Optional.empty());
    }

    static Result of(Optional<Run> run, Report report) {
        return new Result(
                Optional.empty(), Optional.empty(), Optional.empty(), run.map(Run::inShort), Optional.of(report));
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
