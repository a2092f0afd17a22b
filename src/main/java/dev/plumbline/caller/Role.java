package dev.plumbline.caller;

/** What a caller may do. */
public enum Role {
    /** See where the schema and the migrations stand. */
    READER,
    /** Migrate and repair, and see that as well. */
    OPERATOR
}
