package dev.plumbline.diff;

import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How PostgreSQL's definitions speak of one object. */
final class Wording {

    private static final String IDENTIFIER = "(?:[^\\s\\p{Punct}]|[_$])+|\"(?:[^\"]|\"\")+\"";
    private static final String QUALIFIER = "(?:(?:" + IDENTIFIER + ")\\.)*+";
    private static final String LABELLED = "(?: AS (?:" + IDENTIFIER + "))?";

    private static final Pattern QUALIFIED = Pattern.compile("(?:" + IDENTIFIER + ")(?:\\.(?:" + IDENTIFIER + "))+");
    private static final Pattern CAST =
            Pattern.compile("::[a-z]+(?: varying| precision| with(?:out)? time zone)?(?:\\([\\d,]+\\))?|[() ]");

    /** What is called without its schema too; all else has that before it. */
    private static final Set<Kind> RELATIONS = EnumSet.of(
            Kind.COLUMN,
            Kind.TABLE,
            Kind.FOREIGN_TABLE,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.INDEX,
            Kind.CONSTRAINT);

    /** Facts that are texts of people, in which a name is but a word. */
    private static final Set<String> PROSE = Set.of("body", "comment");

    private final String named;

    /**
     * @param path the object's
     */
    Wording(String path) {
        String name = RELATIONS.contains(Kind.of(path))
                ? QUALIFIER + "(?<![\\w$\"])" + Pattern.quote(SchemaObject.name(path))
                : "(?<![\\w$\".])" + Pattern.quote(name(path));
        this.named = name + "(?![\\w$\"])";
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

    /** The name by which definitions call the object of a path: with its schema, and of a function without arguments. */
    static String name(String path) {
        Matcher name = QUALIFIED.matcher(path);
        return name.find(Kind.of(path).label().length()) ? name.group() : path;
    }

    /** The names that an object needs, as far as what should be there tells. */
    static Stream<String> names(Difference difference) {
        return Stream.concat(
                        Stream.of(difference.path()),
                        difference.expected().entrySet().stream()
                                .filter(fact -> !PROSE.contains(fact.getKey()))
                                .map(Map.Entry::getValue))
                .flatMap(text -> QUALIFIED.matcher(text).results())
                .map(MatchResult::group)
                .distinct();
    }

    /** Whether two texts are the same but for the types to which they convert. */
    static boolean differsInCasts(String text, String other) {
        return CAST.matcher(text).replaceAll("").equals(CAST.matcher(other).replaceAll(""));
    }

    /** Whether two texts are the same but for the values of this type. */
    boolean differsInValues(String text, String other) {
        Pattern value = Pattern.compile("'(?:[^']|'')*'(?=::" + named + ")");
        return value.matcher(text).replaceAll("").equals(value.matcher(other).replaceAll(""));
    }
}
