package dev.plumbline.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.plumbline.ledger.Notice;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/** What the ledger keeps and events tell of verifications, as JSON. What an older or newer build has written can be read. */
final class EventData {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private EventData() {}

    /**
     * Of an event that tells of a difference.
     *
     * @param difference as it is now; of a resolved one, as it was
     */
    @RegisterForReflection(
            targets = {
                Drift.class,
                Unknown.class,
                ReportedDifference.class,
                ReportedDifference.Following.class,
                Author.class
            })
    record Drift(Report.Promise contract, ReportedDifference difference) {}

    /** Of an event that tells that nothing can be told. */
    record Unknown(Report.Promise contract, String reason) {}

    static Notice of(Transition transition, Report report) {
        ReportedDifference difference = transition.difference();
        return new Notice(
                switch (transition.type()) {
                    case OPENED -> Notice.OPENED;
                    case CHANGED -> Notice.CHANGED;
                    case RESOLVED -> Notice.RESOLVED;
                },
                difference.path(),
                Optional.of(difference.severity().word()),
                report.finishedAt(),
                write(new Drift(report.contract(), difference)));
    }

    static Notice unknown(Report report) {
        return new Notice(
                Notice.UNKNOWN,
                "verification",
                Optional.empty(),
                report.finishedAt(),
                write(new Unknown(report.contract(), report.reason().orElse(""))));
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a difference cannot be written", e);
        }
    }

    /**
     * The difference that was written.
     *
     * @throws IllegalStateException if the text is none: somebody else has written there
     */
    static ReportedDifference read(String document) {
        try {
            return JSON.readValue(document, ReportedDifference.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger has a difference that cannot be read", e);
        }
    }
}
