package dev.plumbline.verification;

/** What a verification concludes. */
public enum Verdict {
    /** Every migration has run and the live schema is exactly what they promise. */
    MATCHES,
    /** Every migration has run and the live schema is another. */
    DRIFTED,
    /** Somebody migrates the database at this moment. */
    MIGRATING,
    /** A migration that the contract is made of has not run here. */
    PENDING,
    /** Something could not be read, so that nothing is said about the schema. */
    UNKNOWN;

    /** Whether the schema could be compared at a time when it should be as promised. */
    public boolean concludes() {
        return this == MATCHES || this == DRIFTED;
    }
}
