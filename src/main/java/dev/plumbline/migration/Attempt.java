package dev.plumbline.migration;

import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.flywaydb.core.api.output.MigrateResult;

/** A run while it goes on, and what became of it. */
public final class Attempt {

    private final UUID id = UUID.randomUUID();
    private final Instant startedAt;
    private final Optional<String> target;
    private final Optional<String> key;
    private final Recorder recorder;
    private final CompletableFuture<Run> done = new CompletableFuture<>();

    Attempt(Clock clock, MigrationConfig config, Optional<String> target, Optional<String> key) {
        this.startedAt = clock.instant();
        this.target = target;
        this.key = key;
        this.recorder = new Recorder(clock, config);
    }

    UUID id() {
        return id;
    }

    Optional<String> target() {
        return target;
    }

    Optional<String> key() {
        return key;
    }

    Recorder recorder() {
        return recorder;
    }

    boolean isRunning() {
        return !done.isDone();
    }

    /** The run as far as it has come. */
    public Run run() {
        return done.getNow(running());
    }

    /** The run when it is over. */
    public CompletionStage<Run> whenDone() {
        return done.copy();
    }

    void succeeded(Instant at, MigrateResult result, Object report) {
        Optional<String> from = Optional.ofNullable(result.initialSchemaVersion);
        Optional<String> to = Optional.ofNullable(result.targetSchemaVersion).or(() -> from);
        done.complete(ended(Outcome.SUCCEEDED, at, from, to, Optional.empty(), report));
    }

    void failed(Instant at, Failure failure, Object report) {
        done.complete(ended(Outcome.FAILED, at, Optional.empty(), Optional.empty(), Optional.of(failure), report));
    }

    private Run running() {
        return new Run(
                id,
                Outcome.RUNNING,
                startedAt,
                Optional.empty(),
                target,
                Optional.empty(),
                Optional.empty(),
                recorder.scripts(),
                Optional.empty(),
                Optional.empty());
    }

    private Run ended(
            Outcome outcome,
            Instant at,
            Optional<String> from,
            Optional<String> to,
            Optional<Failure> failure,
            Object report) {
        return new Run(
                id,
                outcome,
                startedAt,
                Optional.of(at),
                target,
                from,
                to,
                recorder.scripts(),
                failure,
                Optional.of(report));
    }
}
