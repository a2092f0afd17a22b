package dev.plumbline.diff;

import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How PostgreSQL's definitions speak of some objects. */
final class Wording {

    private static final String IDENTIFIER = "(?:[^\\s\\p{Punct}]|[_$])+|\"(?:[^\"]|\"\")+\"";

    /** Keywords are printed in capitals. */
    private static final String ALIAS = "[\\p{Ll}_][\\p{Ll}\\p{N}_$]*|\"(?:[^\"]|\"\")+\"";

    private static final String QUALIFIER = "(?:(?:" + IDENTIFIER + ")\\.)*+";
    private static final String MAYBE_QUALIFIER = "(?:(?:" + IDENTIFIER + ")\\.)*?";
    private static final String NONE = "(?!)";
    private static final String LABEL = " AS ";
    private static final String LABELLED = "(?: AS (?:" + IDENTIFIER + "))?";

    private static final Pattern QUALIFIED = Pattern.compile("(?:" + IDENTIFIER + ")(?:\\.(?:" + IDENTIFIER + "))+");
    private static final Pattern CAST =
            Pattern.compile("::([a-z]+(?: varying| precision| with(?:out)? time zone)?(?:\\([\\d,]+\\))?)");
    private static final Pattern LENGTH = Pattern.compile("\\([\\d,]+\\)");
    private static final Pattern BRACKETS =
            Pattern.compile("(?<![\\w\"])\\((" + IDENTIFIER + "|'(?:[^']|'')*'|\\([^()]*\\))\\)");

    /** What is called without its schema too; all else has that before it. */
    private static final Set<Kind> RELATIONS = EnumSet.of(
            Kind.COLUMN,
            Kind.TABLE,
            Kind.FOREIGN_TABLE,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.INDEX,
            Kind.CONSTRAINT);

    /** The row of the table that a rule or a trigger belongs to. */
    private static final Set<String> OF_RULES = Set.of("old.", "new.", "excluded.");

    private static final Set<Kind> TABLES =
            EnumSet.of(Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW);

    private final List<String> paths;
    private final String names;
    private final boolean onlyColumns;

    /**
     * @param paths the objects'
     */
    Wording(Collection<String> paths) {
        this.paths = paths.stream().sorted().toList();
        this.onlyColumns = paths.stream().allMatch(path -> Kind.of(path) == Kind.COLUMN);
        this.names = this.paths.stream().map(path -> "(" + named(path) + ")").collect(Collectors.joining("|"));
    }

    private static String named(String path) {
        String name = RELATIONS.contains(Kind.of(path))
                ? before(path) + "(?<![\\w$\"])" + Pattern.quote(SchemaObject.name(path))
                : "(?<![\\w$\".])" + Pattern.quote(name(path));
        return name + "(?![\\w$\"])";
    }

    /** What stands before its name; the name of a table may stand before that of a column. */
    private static String before(String path) {
        return TABLES.contains(Kind.of(path)) ? MAYBE_QUALIFIER : QUALIFIER;
    }

    /** The name by which definitions call the object of a path: with its schema, and of a function without arguments. */
    static String name(String path) {
        Matcher name = QUALIFIED.matcher(path);
        return name.find(Kind.of(path).label().length()) ? name.group() : SchemaObject.name(path);
    }

    /**
     * Whether two texts are the same but for the names of some objects, each of which is one other throughout the second.
     *
     * @param others by the path of each, the names that it may have there
     */
    static BiPredicate<String, String> differsInNames(Map<String, Set<String>> others) {
        return others.isEmpty() ? (text, other) -> false : new Wording(others.keySet()).differsIn(others);
    }

    private BiPredicate<String, String> differsIn(Map<String, Set<String>> others) {
        return (text, other) -> {
            var pattern = new StringBuilder();
            Map<String, Integer> groups = new HashMap<>();
            int end = 0;
            for (Matcher found = Pattern.compile(names).matcher(text); found.find(); end = found.end()) {
                pattern.append(Pattern.quote(text.substring(end, found.start())));
                String path = path(found);
                pattern.append(
                        onlyColumns && isOfAnother(found, path, text) || isLabel(found, path, text)
                                ? Pattern.quote(found.group())
                                : name(found, path, others, groups) + LABELLED);
            }
            return end > 0 && other.matches(pattern + Pattern.quote(text.substring(end)));
        };
    }

    /** A column that a view calls as it calls a table keeps that name when the table gets another. */
    private static boolean isLabel(MatchResult found, String path, String text) {
        return TABLES.contains(Kind.of(path)) && text.startsWith(LABEL, found.start() - LABEL.length());
    }

    private String path(MatchResult found) {
        return IntStream.range(0, paths.size())
                .filter(i -> found.group(i + 1) != null)
                .mapToObj(paths::get)
                .findFirst()
                .orElseThrow();
    }

    /** Where the definition says which table it calls how, a column of that name may be another table's. */
    private static boolean isOfAnother(MatchResult found, String path, String text) {
        String table = Renaming.name(path)
                .substring(
                        0,
                        Renaming.name(path).length() - SchemaObject.name(path).length() - 1);
        String qualifier = found.group()
                .substring(0, found.group().length() - SchemaObject.name(path).length());
        Pattern called =
                Pattern.compile("(?<![\\w$\".])" + Pattern.quote(table) + "(?: (" + ALIAS + "))?(?![\\w$\".])");
        Set<String> names = called.matcher(text)
                .results()
                .map(call -> call.group(1) == null ? SchemaObject.name(table) : call.group(1))
                .collect(Collectors.toSet());
        return !qualifier.isEmpty()
                && !names.isEmpty()
                && !names.contains(qualifier.substring(0, qualifier.length() - 1))
                && !OF_RULES.contains(qualifier)
                && !qualifier.equals(table + ".");
    }

    private String name(MatchResult found, String path, Map<String, Set<String>> others, Map<String, Integer> groups) {
        String qualifier = Kind.of(path) == Kind.SCHEMA ? "" : onlyColumns ? qualifier(found, path) : before(path);
        if (Kind.of(path) == Kind.COLUMN) {
            // No such column is there any more: where its name still stands, it is that of something else.
            return Stream.concat(Stream.of(SchemaObject.name(path)), others.get(path).stream())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", qualifier + "(?:", ")"));
        }
        if (groups.containsKey(path)) {
            return qualifier + "\\" + groups.get(path);
        }
        groups.put(path, groups.size() + 1);
        return Stream.concat(Stream.of(NONE), others.get(path).stream().map(Pattern::quote))
                .collect(Collectors.joining("|", qualifier + "(", ")"));
    }

    /** Where no table is called otherwise, a column is one of the same table as before. */
    private static String qualifier(MatchResult found, String path) {
        return Pattern.quote(found.group()
                .substring(0, found.group().length() - SchemaObject.name(path).length()));
    }

    /** Whether two texts are the same but for where they convert to either type: what is of that type needs it no more, or not yet. */
    static BiPredicate<String, String> differsInCasts(String type, String other) {
        Set<String> types = Set.copyOf(List.of(bare(type), bare(other)));
        return (text, its) -> uncast(text, types).equals(uncast(its, types));
    }

    /** Without its length or precision. */
    private static String bare(String type) {
        return LENGTH.matcher(type).replaceAll("");
    }

    /** A cast comes with brackets around what it converts, which are no others than these. */
    private static String uncast(String text, Set<String> types) {
        String bare = CAST.matcher(text)
                .replaceAll(cast -> types.contains(bare(cast.group(1))) ? "" : Matcher.quoteReplacement(cast.group()));
        String next = BRACKETS.matcher(bare).replaceAll("$1");
        while (!next.equals(bare)) {
            bare = next;
            next = BRACKETS.matcher(bare).replaceAll("$1");
        }
        return bare;
    }

    /** Whether two texts are the same but for which of two schemas the things that they name are in. */
    static BiPredicate<String, String> differsInSchema(String one, String other) {
        Pattern qualifier =
                Pattern.compile("(?<![\\w$\".])(?:" + Pattern.quote(one) + "|" + Pattern.quote(other) + ")\\.");
        return (text, its) -> qualifier
                .matcher(text)
                .replaceAll("")
                .equals(qualifier.matcher(its).replaceAll(""));
    }

    /**
     * Whether two texts are the same but for the schema of what has moved from the one to the other.
     *
     * @param isMoved whether what had the first name, with its schema, has the second now
     */
    static BiPredicate<String, String> differsInSchema(String from, String to, BiPredicate<String, String> isMoved) {
        Pattern called = Pattern.compile("(?<![\\w$\".])" + Pattern.quote(from) + "\\.(" + IDENTIFIER + ")");
        return (text, other) -> called.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isMoved.test(found.group(), to + "." + found.group(1))
                                ? to + "." + found.group(1)
                                : found.group()))
                .equals(other);
    }

    /**
     * Whether two texts are the same but for the values of these types.
     *
     * @param others the values that are others now
     */
    BiPredicate<String, String> differsInValues(Map<String, String> others) {
        Pattern value = Pattern.compile("'(?:[^']|'')*'(?=::(?:" + names + "))");
        return (text, other) -> value.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(others.getOrDefault(found.group(), found.group())))
                .equals(other);
    }
}
