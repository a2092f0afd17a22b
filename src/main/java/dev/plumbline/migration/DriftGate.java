package dev.plumbline.migration;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What to do with a run if the schema is not any more what the last run has left. */
public enum DriftGate {
    /** Run nothing. */
    @JsonProperty("refuse")
    REFUSE,
    /** Run, and say so. */
    @JsonProperty("warn")
    WARN,
    /** Run without looking. */
    @JsonProperty("ignore")
    IGNORE
}
