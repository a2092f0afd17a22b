package dev.plumbline.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL keeps {@code varchar in ('a', 'b')} as an array that is converted as a whole. What it prints of that, it reads as an array
 * of converted elements, so that the text is another after a dump and a restore.
 */
final class ArrayCasts {

    private static final String IDENTIFIER = "(?:[\\p{Ll}_][\\p{Ll}\\p{N}_$]*|\"(?:[^\"]|\"\")++\")";
    private static final String TYPE = "[a-z]+(?: varying| precision)?(?:\\(\\d+\\))?";
    private static final String ELEMENT =
            "(?:'(?:[^']|'')*+'::" + TYPE + "|" + IDENTIFIER + "(?:\\." + IDENTIFIER + ")*+)";
    private static final Pattern OF_WHOLE =
            Pattern.compile("\\(ARRAY\\[(" + ELEMENT + "(?:, " + ELEMENT + ")*+)]\\)::(" + TYPE + ")\\[]");
    private static final Pattern EACH = Pattern.compile(ELEMENT);

    private ArrayCasts() {}

    /** The same text with each element converted. */
    static String ofElements(String text) {
        return text.contains("])::")
                ? OF_WHOLE.matcher(text)
                        .replaceAll(array -> Matcher.quoteReplacement(
                                "ARRAY[" + EACH.matcher(array.group(1)).replaceAll("($0)::" + array.group(2)) + "]"))
                : text;
    }
}
