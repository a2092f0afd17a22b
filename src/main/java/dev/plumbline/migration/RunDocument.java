package dev.plumbline.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.plumbline.ledger.Notice;
import dev.plumbline.migration.Run.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A run as the text that the ledger keeps. What an older or newer build has written can be read as well. */
final class RunDocument {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private RunDocument() {}

    static String write(Run run) {
        return json(run);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run cannot be written", e);
        }
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
                Optional.empty(),
                run.finishedAt().orElseGet(run::startedAt),
                json(told));
    }

    /**
     * The run that was written.
     *
     * @throws IllegalStateException if the text is none: somebody else has written there
     */
    static Run read(String document) {
        try {
            return JSON.readValue(document, Run.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger has a run that cannot be read", e);
        }
    }
}
