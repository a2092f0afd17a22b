package dev.plumbline.plan;

import dev.plumbline.schema.SchemaObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            Pattern.compile("(?:UNIQUE|PRIMARY KEY) \\(" + COLUMNS + "\\)(?: INCLUDE .*| DEFERRABLE.*)?");
    private static final Pattern FOREIGN_KEY = Pattern.compile("FOREIGN KEY \\(" + COLUMNS
            + "\\) REFERENCES ((?:[^()\"]|\"(?:[^\"]|\"\")*\")+)\\(" + COLUMNS + "\\)(?! MATCH FULL).*");
    private static final Pattern UNIQUE_INDEX = Pattern.compile(
            "CREATE UNIQUE INDEX .+? USING btree \\((.+?)\\)(?: INCLUDE \\([^)]*\\))?(?: WITH \\([^)]*\\))?(?: WHERE (.*))?",
            Pattern.DOTALL);

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
                matching(UNIQUE, definition).map(found -> unique(table, name, found.group(1), "true"));
            default ->
                matching(UNIQUE_INDEX, definition)
                        .map(found ->
                                unique(table, name, found.group(1), found.group(2) == null ? "true" : found.group(2)));
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

    private static Rule unique(String table, String name, String columns, String which) {
        return new Rule(
                Finding.Concern.DUPLICATES,
                table,
                String.format(
                        "(%2$s) and (%1$s) in (select %1$s from %3$s where (%2$s) and row(%1$s) is not null"
                                + " group by %1$s having count(*) > 1)",
                        SORTED.matcher(columns).replaceAll(""), which, table),
                "have the same (" + columns + "), which " + name + " makes unique");
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
