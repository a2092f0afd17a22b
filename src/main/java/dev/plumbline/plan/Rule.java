package dev.plumbline.plan;

import dev.plumbline.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What rows of a table must be like, as a condition on those that are not.
 *
 * @param concern what it is a finding of if there are such rows
 * @param table quoted, with its schema
 * @param broken the condition
 * @param sentence what those rows do: {@code break the check leads_score_check: (score >= 0)}
 */
record Rule(Finding.Concern concern, String table, String broken, String sentence) {

    /** As PostgreSQL prints them; names may be quoted, and then hold anything. */
    private static final String COLUMNS = "((?:[^()\"]|\"(?:[^\"]|\"\")*\")+)";

    private static final Pattern CHECK = Pattern.compile("CHECK (\\(.*\\))(?: NO INHERIT)?", Pattern.DOTALL);
    private static final Pattern UNIQUE =
            Pattern.compile("(?:UNIQUE(?<null> NULLS NOT DISTINCT)?|PRIMARY KEY) \\((?<columns>" + COLUMNS
                    + ")\\)(?: INCLUDE .*| DEFERRABLE.*)?");
    private static final Pattern FOREIGN_KEY = Pattern.compile("FOREIGN KEY \\(" + COLUMNS
            + "\\) REFERENCES ((?:[^()\"]|\"(?:[^\"]|\"\")*\")+)\\(" + COLUMNS + "\\)(?! MATCH FULL).*");
    private static final Pattern UNIQUE_INDEX = Pattern.compile(
            "CREATE UNIQUE INDEX .+? USING btree \\((?<columns>.+?)\\)(?: INCLUDE \\([^)]*\\))?"
                    + "(?<null> NULLS NOT DISTINCT)?(?: WITH \\([^)]*\\))?(?: WHERE (?<which>.*))?",
            Pattern.DOTALL);
    private static final Pattern EXCLUSION = Pattern.compile(
            "EXCLUDE USING \\w+ \\((?<elements>.+? WITH [^ ()]+)\\)(?: WHERE (?<which>\\(.*\\)))?(?: DEFERRABLE.*)?",
            Pattern.DOTALL);

    /** One element of such a constraint: where a text in it looks like an end, what is asked is no SQL, and fails. */
    private static final Pattern ELEMENT = Pattern.compile("(.+?) WITH ([^ (),]+)(?:, |$)", Pattern.DOTALL);

    /** Those that share a key (1) in a table (3), of rows that a condition (2) holds for. */
    private static final String SAME =
            "(%2$s) and (%1$s) in (select %1$s from %3$s where (%2$s) and row(%1$s) is not null"
                    + " group by %1$s having count(*) > 1)";

    /** Where null is like null. */
    private static final String SAME_OR_NULL = "(%2$s) and (tableoid, ctid) in (select tableoid, ctid from"
            + " (select tableoid, ctid, count(*) over (partition by %1$s) as \"rows of it\" from %3$s where %2$s) of_key"
            + " where \"rows of it\" > 1)";

    /** How an index sorts a column: it makes no other duplicates. */
    private static final Pattern SORTED = Pattern.compile(" (?:ASC|DESC)?(?: ?NULLS (?:FIRST|LAST))?(?=,|$)");

    /** That of a constraint or a unique index; empty where we have no way to look. */
    static Optional<Rule> of(SchemaObject object, String table) {
        String name = SchemaObject.name(object.path());
        String definition = object.fact("definition").orElse("");
        return switch (object.fact("type").orElse("index")) {
            case "check" ->
                matching(CHECK, definition)
                        .map(found -> refusing(
                                table, "not " + found.group(1), "break the check " + name + " " + found.group(1)));
            case "foreign key" ->
                matching(FOREIGN_KEY, definition)
                        .map(found -> refusing(table, orphans(table, found), "refer to nothing by " + name));
            case "unique", "primary key" ->
                matching(UNIQUE, definition).map(found -> unique(table, name, found, "true"));
            case "exclusion" ->
                matching(EXCLUSION, definition)
                        .map(found -> refusing(table, excluded(table, found), "exclude each other by " + name));
            default -> matching(UNIQUE_INDEX, definition).map(found -> unique(table, name, found, which(found)));
        };
    }

    /** That of a check of a domain, for a column of that: the domain calls it VALUE. */
    static Optional<Rule> ofDomain(SchemaObject constraint, String table, String column) {
        String name = SchemaObject.name(constraint.path());
        return matching(CHECK, constraint.fact("definition").orElse(""))
                .map(found -> refusing(
                        table,
                        "(select not " + found.group(1) + " from (select " + column + ") of_domain (value))",
                        "have a " + column + " that breaks the check " + name + " " + found.group(1)));
    }

    /** That of a column which forbids null. */
    static Rule notNull(String column, String table) {
        return refusing(table, column + " is null", "are null in " + column + ", which is to be not null");
    }

    /** That of a column whose type changes: the function is there since 16. */
    static Rule ofType(String column, String table, String type) {
        return refusing(
                table,
                "not pg_catalog.pg_input_is_valid(" + column + "::text, '" + type.replace("'", "''") + "')",
                "have a " + column + " that cannot become " + type);
    }

    /** That of a new column which forbids null and has no default. */
    static Rule noValue(String column, String table) {
        return refusing(
                table, "true", "have no value for the new column " + column + ", which is not null and has no default");
    }

    private static Rule refusing(String table, String broken, String sentence) {
        return new Rule(Finding.Concern.ROWS_REFUSED, table, broken, sentence);
    }

    private static Rule unique(String table, String name, Matcher key, String which) {
        String columns = SORTED.matcher(key.group("columns")).replaceAll("");
        return new Rule(
                Finding.Concern.DUPLICATES,
                table,
                String.format(key.group("null") == null ? SAME : SAME_OR_NULL, columns, which, table),
                "have the same (" + key.group("columns") + "), which " + name + " makes unique");
    }

    private static String which(Matcher definition) {
        return definition.group("which") == null ? "true" : definition.group("which");
    }

    /** Each element is compared with that of every other row, which has them in columns of our own. */
    private static String excluded(String table, Matcher exclusion) {
        List<MatchResult> elements =
                ELEMENT.matcher(exclusion.group("elements")).results().toList();
        String others = IntStream.range(0, elements.size())
                .mapToObj(i ->
                        String.format(", %s as \"element %d\"", elements.get(i).group(1), i))
                .collect(Collectors.joining());
        String conflict = IntStream.range(0, elements.size())
                .mapToObj(i -> String.format(
                        " and (%s) %s other.\"element %d\"",
                        elements.get(i).group(1), elements.get(i).group(2), i))
                .collect(Collectors.joining());
        return String.format(
                "(%1$s) and exists (select from (select tableoid as \"table of it\", ctid as \"place of it\"%2$s from %3$s where %1$s) other"
                        + " where (other.\"table of it\", other.\"place of it\") is distinct from (tableoid, ctid)%4$s)",
                which(exclusion), others, table, conflict);
    }

    /** Whoever has a null in the key refers to nobody, and may. */
    private static String orphans(String table, Matcher key) {
        return String.format(
                "(%1$s) in (select %1$s from %2$s where row(%1$s) is not null except select %4$s from %3$s)",
                key.group(1), table, key.group(2), key.group(3));
    }

    private static Optional<Matcher> matching(Pattern pattern, String definition) {
        return Optional.of(pattern.matcher(definition)).filter(Matcher::matches);
    }
}
