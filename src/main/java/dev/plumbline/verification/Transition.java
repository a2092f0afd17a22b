package dev.plumbline.verification;

/**
 * A difference that came, became another, or went.
 *
 * @param difference as it is now; of a resolved one, as it was
 */
public record Transition(Type type, ReportedDifference difference) {

    /** What happened to the difference. */
    public enum Type {
        OPENED,
        CHANGED,
        RESOLVED
    }
}
