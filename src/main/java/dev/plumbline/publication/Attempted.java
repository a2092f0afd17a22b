package dev.plumbline.publication;

import java.util.Optional;

/**
 * That a message was sent to a sink, and what has become of that.
 *
 * @param why it has not arrived, without what an address or the answer may have of secrets
 */
public record Attempted(String sink, Outcome outcome, Optional<String> why) {

    /** What has become of an attempt. */
    public enum Outcome {
        /** It has arrived. */
        DELIVERED,
        /** It will be tried again. */
        FAILED,
        /** It was given up. */
        DEAD
    }
}
