package dev.plumbline.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.ledger.Document;
import dev.plumbline.ledger.Notice;
import dev.plumbline.migration.Run.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A run as the text that the ledger keeps. */
final class RunDocument {

    private RunDocument() {}

    static String write(Run run) {
        return Document.write(run);
    }

    /**
     * What an event tells of a run that has ended. Its subject is not the run, so that one run is told of before the next.
     *
     * @param scripts how many have run to their end
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Told(
            UUID run,
            String outcome,
            Instant startedAt,
            Optional<Instant> finishedAt,
            String contract,
            boolean repair,
            Optional<String> from,
            Optional<String> to,
            long scripts,
            Optional<Run.Failure> failure) {}

    /** What has to be told of a run that has ended. */
    static Notice notice(Run run) {
        var told = new Told(
                run.id(),
                run.outcome().name(),
                run.startedAt(),
                run.finishedAt(),
                run.contract(),
                run.repair(),
                run.from(),
                run.to(),
                run.scripts().stream()
                        .filter(script -> script.outcome() == Outcome.SUCCEEDED)
                        .count(),
                run.failure());
        return new Notice(
                run.outcome() == Outcome.SUCCEEDED ? Notice.SUCCEEDED : Notice.FAILED,
                "migrations",
                run.finishedAt().orElseGet(run::startedAt),
                Document.write(told));
    }

    /**
     * The run that was written.
     *
     * @throws IllegalStateException if the text is none: somebody else has written there
     */
    static Run read(String document) {
        return Document.read(document, Run.class);
    }
}
