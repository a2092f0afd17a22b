package dev.plumbline.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What speaks against a run.
 *
 * @param object the path of what it is about
 * @param script the script that would meet it, where that is known
 * @param line of the script, counted from 1
 * @param count how many rows or keys
 * @param example the key of one of those rows, as JSON, or its place in a table without one
 */
public record Finding(
        Severity severity,
        Concern concern,

        @Schema(examples = "public.leads has rows that break the check leads_score_check ((score >= 0)): 3")
        String message,

        Optional<String> object,
        Optional<String> script,
        Optional<Integer> line,
        Optional<Long> count,
        Optional<String> example) {

    /** How much it speaks against it. */
    public enum Severity {
        /** The run would fail, or undo what somebody has done. */
        @JsonProperty("error")
        ERROR,
        /** The run may fail, or be felt. */
        @JsonProperty("warning")
        WARNING
    }

    /** What it is about. */
    public enum Concern {
        @JsonProperty("history")
        HISTORY,
        @JsonProperty("contract")
        CONTRACT,
        @JsonProperty("drift")
        DRIFT,
        @JsonProperty("server")
        SERVER,
        @JsonProperty("connections")
        CONNECTIONS,
        @JsonProperty("pooler")
        POOLER,
        @JsonProperty("platform-absent")
        PLATFORM_ABSENT,
        @JsonProperty("extension-unavailable")
        EXTENSION_UNAVAILABLE,
        @JsonProperty("privilege-missing")
        PRIVILEGE_MISSING,
        @JsonProperty("name-taken")
        NAME_TAKEN,
        @JsonProperty("statement-refused")
        STATEMENT_REFUSED,
        @JsonProperty("rows-refused")
        ROWS_REFUSED,
        @JsonProperty("duplicates")
        DUPLICATES,
        @JsonProperty("invalid-index")
        INVALID_INDEX,
        @JsonProperty("detach-pending")
        DETACH_PENDING,
        @JsonProperty("lock-held")
        LOCK_HELD,
        @JsonProperty("long-lock")
        LONG_LOCK
    }

    static Finding error(Concern concern, String message) {
        return new Finding(Severity.ERROR, concern, message);
    }

    static Finding warning(Concern concern, String message) {
        return new Finding(Severity.WARNING, concern, message);
    }

    private Finding(Severity severity, Concern concern, String message) {
        this(
                severity,
                concern,
                message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Finding about(String path) {
        return new Finding(severity, concern, message, Optional.of(path), script, line, count, example);
    }

    Finding in(String itsScript, int itsLine) {
        return new Finding(
                severity, concern, message, object, Optional.of(itsScript), Optional.of(itsLine), count, example);
    }

    Finding counting(long rows, String key) {
        return new Finding(severity, concern, message, object, script, line, Optional.of(rows), Optional.of(key));
    }
}
