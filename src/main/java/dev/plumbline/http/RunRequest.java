package dev.plumbline.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.DriftGate;
import dev.plumbline.migration.Wish;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to run.
 *
 * @param target the version to stop at; absent for all
 * @param driftGate what to do about drift; absent for what is configured
 * @param statementTimeout how long a statement may run; absent for what is configured
 */
@RegisterForReflection
public record RunRequest(
        @Schema(examples = "3", description = "the version to stop at; absent for all")
        Optional<String> target,

        @Schema(
                examples = "ignore",
                description =
                        "what to do, for this run, if the schema is not any more what the last run has left: refuse,"
                                + " warn or ignore; absent for what is configured")
        Optional<DriftGate> driftGate,

        @Schema(
                type = SchemaType.STRING,
                examples = "PT1H",
                description =
                        "how long a statement of this run may take, from a millisecond to a week; absent for what is configured")
        Optional<String> statementTimeout) {

    private static final Duration LONGEST = Duration.ofDays(7);

    /** No body is a request too, whatever its type: many clients name one for what they do not send. */
    static RunRequest read(String body, String contentType, ObjectMapper json) {
        if (body == null || body.isBlank()) {
            return new RunRequest(Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON)) {
            throw Problem.NOT_JSON
                    .because("Send the body as application/json, or none.")
                    .build();
        }
        try {
            return Optional.ofNullable(json.readerFor(RunRequest.class)
                            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                            .with(
                                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                            .<RunRequest>readValue(body))
                    .orElseThrow(RunRequest::malformed);
        } catch (JsonProcessingException e) {
            throw malformed();
        }
    }

    /** What is wished for. */
    Wish wish(Optional<String> key) {
        return new Wish(target, driftGate, statementTimeout.map(RunRequest::duration), key, false);
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.toMillis() >= 1 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static RuntimeException malformed() {
        return Problem.MALFORMED_BODY
                .because(
                        "It must be JSON of the form {\"target\": \"3\", \"driftGate\": \"ignore\", \"statementTimeout\": \"PT1H\"}, or a"
                                + " part of that, or nothing at all.")
                .build();
    }
}
