package dev.plumbline.schema;

/** A pattern of names: {@code *} is any text, also none, and {@code ?} any one character. */
public final class Glob {

    private final int[] pattern;

    public Glob(String text) {
        this.pattern = text.replaceAll("\\*+", "*").codePoints().toArray();
    }

    /**
     * Whether the whole of a name is as the pattern says. No further back than to the last {@code *}: what a caller sends can be made
     * to have a regular expression try all there is.
     */
    public boolean fits(String name) {
        int[] its = name.codePoints().toArray();
        int at = 0;
        int star = -1;
        int tried = 0;
        for (int i = 0; i < its.length; ) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                tried = i;
            } else if (at < pattern.length && (pattern[at] == '?' || pattern[at] == its[i])) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++tried;
            } else {
                return false;
            }
        }
        return at == pattern.length || at == pattern.length - 1 && pattern[at] == '*';
    }
}
