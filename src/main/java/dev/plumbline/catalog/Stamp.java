package dev.plumbline.catalog;

/**
 * What a catalog was at one moment, told apart from every other moment at which it was otherwise.
 *
 * @param text another after every change
 * @param major the major version of the server
 * @param files another after everything that has written a relation's file anew, and after what was changed and changed back
 */
public record Stamp(String text, int major, long files) {

    /** Whether the schema was the same at both. */
    public boolean isOfTheSameSchemaAs(Stamp other) {
        return text.equals(other.text) && major == other.major;
    }
}
