package dev.plumbline.diff;

import dev.plumbline.schema.SchemaObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How PostgreSQL's definitions speak of one object. */
final class Wording {

    private static final String IDENTIFIER = "(?:[^\\s\\p{Punct}]|[_$])+|\"(?:[^\"]|\"\")+\"";
    private static final String QUALIFIER = "(?:(?:" + IDENTIFIER + ")\\.)*+";
    private static final String LABELLED = "(?: AS (?:" + IDENTIFIER + "))?";

    private final String named;

    /**
     * @param path the object's
     */
    Wording(String path) {
        this.named = QUALIFIER + "(?<![\\w$\"])" + Pattern.quote(SchemaObject.name(path)) + "(?![\\w$\"])";
    }

    /** Whether two texts are the same but for the name of this object, which is one other name throughout the second. */
    boolean differsInName(String text, String other) {
        var pattern = new StringBuilder();
        String name = "(" + IDENTIFIER + ")";
        int end = 0;
        for (Matcher found = Pattern.compile(named).matcher(text); found.find(); end = found.end()) {
            pattern.append(Pattern.quote(text.substring(end, found.start())))
                    .append(QUALIFIER)
                    .append(name)
                    .append(LABELLED);
            name = "\\1";
        }
        return end > 0 && other.matches(pattern + Pattern.quote(text.substring(end)));
    }

    /** Whether two texts are the same but for the values of this type. */
    boolean differsInValues(String text, String other) {
        Pattern value = Pattern.compile("'(?:[^']|'')*'(?=::" + named + ")");
        return value.matcher(text).replaceAll("").equals(value.matcher(other).replaceAll(""));
    }
}
