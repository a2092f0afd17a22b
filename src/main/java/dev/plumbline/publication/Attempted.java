package dev.plumbline.publication;

/** That a message was sent to a sink, and what has become of that. */
public record Attempted(String sink, Outcome outcome) {

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
