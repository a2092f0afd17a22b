package dev.plumbline.verification;

import dev.plumbline.ledger.DdlCommand;
import dev.plumbline.schema.Identifiers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What PostgreSQL calls what differs.
 *
 * @param itself the object, and as what it may be known now
 * @param whole the table that it is a part of: what ALTER TABLE does to a part it does to the table
 */
record Names(Set<String> itself, Set<String> whole) {

    static final String PRIVILEGE = "privilege";
    static final String DEFAULT_PRIVILEGE = "default privilege";
    private static final Set<String> ROUTINES = Set.of("function", "procedure", "aggregate");

    /** A name with its quotes, or one that has none. */
    private static final String ROLE = "((?:\"(?:[^\"]|\"\")*\"|[^\"])+?)";

    /** To whom something is granted, and on what: the kinds of catalog/privilege.sql that have a name. */
    private static final Pattern GRANTED = Pattern.compile(
            "privilege " + ROLE
                    + " on (aggregate|column|composite type|domain|enum|foreign data wrapper|foreign table|function"
                    + "|language|materialized view|procedure|range type|row type of table|schema|sequence|server|table|view)"
                    + " (.+)",
            Pattern.DOTALL);

    /** What PostgreSQL calls what catalog/default_privilege.sql does, and whom it means. */
    private static final Pattern GRANTED_BY_DEFAULT = Pattern.compile(
            "default privilege of " + ROLE
                    + " for (tables|sequences|functions|types|schemas|large objects)( in schema .+?)?" + " to (.+)",
            Pattern.DOTALL);

    /** What catalog/publication_member.sql has. */
    private static final Pattern PUBLISHED =
            Pattern.compile("publication member (.+?): (?:table|schema) (.+)", Pattern.DOTALL);

    static Names of(ReportedDifference difference) {
        var itself = new TreeSet<String>();
        var whole = new TreeSet<String>();
        Stream.concat(Stream.of(difference.path()), difference.renamed().stream())
                .flatMap(path -> names(difference.kind(), path).stream())
                .forEach(name -> {
                    itself.add(name);
                    List<String> parts = Identifiers.parts(name);
                    if (parts.size() > 2 && !name.endsWith(")")) {
                        String table = parts.get(0) + "." + parts.get(1);
                        whole.add(table);
                        itself.add(parts.get(2) + " on " + table);
                    }
                });
        return new Names(itself, whole);
    }

    /** A column of the table that it is a part of, which may read otherwise where that has got another name. */
    boolean isBeside(String object) {
        List<String> parts = Identifiers.parts(object);
        return parts.size() == 3 && !object.endsWith(")") && whole.contains(parts.get(0) + "." + parts.get(1));
    }

    boolean isColumn(String object) {
        return itself.contains(object) && !whole.isEmpty();
    }

    Stream<String> all() {
        return Stream.concat(itself.stream(), whole.stream());
    }

    /** Whether a command has done something to the object. */
    boolean isItself(DdlCommand command) {
        return command.objects().stream().anyMatch(itself::contains);
    }

    /** Whether it has done something to the table that it is a part of. */
    boolean isWhole(DdlCommand command) {
        return command.objects().stream().anyMatch(whole::contains);
    }

    /** To whom a path says that something is granted; empty if it says nothing of that. */
    static String role(String path) {
        var granted = GRANTED.matcher(path);
        var byDefault = GRANTED_BY_DEFAULT.matcher(path);
        return granted.matches() ? granted.group(1) : byDefault.matches() ? byDefault.group(4) : "";
    }

    private static List<String> names(String kind, String path) {
        var on = GRANTED.matcher(path);
        if (kind.equals(PRIVILEGE)) {
            return on.matches()
                    ? List.of(on.group(3).replace(ROUTINES.contains(on.group(2)) ? ", " : "\0", ","))
                    : List.of();
        }
        var by = GRANTED_BY_DEFAULT.matcher(path);
        if (kind.equals(DEFAULT_PRIVILEGE)) {
            return by.matches()
                    ? List.of("for role " + by.group(1) + Objects.requireNonNullElse(by.group(3), "") + " on "
                            + by.group(2))
                    : List.of();
        }
        var published = PUBLISHED.matcher(path);
        if (published.matches()) {
            return List.of(published.group(2) + " in publication " + published.group(1), published.group(1));
        }
        return List.of(identity(kind, path.substring(Math.min(kind.length() + 1, path.length()))));
    }

    private static String identity(String kind, String name) {
        return ROUTINES.contains(kind) ? name.replace(", ", ",") : name;
    }
}
