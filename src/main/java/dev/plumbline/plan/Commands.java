package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What commands do to the tables that they name: the table in plan/commands.txt. */
final class Commands {

    private static final String IDENTIFIER = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final String NAME = IDENTIFIER + "(?:\\." + IDENTIFIER + ")*";
    private static final String SEPARATOR = "\\s\\|(?=\\s|$)";
    private static final int COLUMNS = 5;

    private static final List<Row> ROWS =
            lines("plan/commands.txt").map(Commands::row).toList();

    /** Comments, literals and bodies, which have no names in them that matter. */
    private static final Pattern OPAQUE = Pattern.compile(
            "(?<quoted>\"(?:[^\"]|\"\")*\")|--[^\\n]*|/\\*(?s:.*?)\\*/|(?<literal>[eE]?'(?:[^'\\\\]|''|\\\\.)*'|(\\$\\w*\\$)(?s:.*?)\\3)");

    private static final Pattern VIEW =
            Pattern.compile("^create (?:or replace )?(?:temp(?:orary)? )?(?:recursive )?view\\b");
    private static final Pattern AS = Pattern.compile("\\bas\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHECK_OPTION =
            Pattern.compile("\\bwith\\s+(?:(?:cascaded|local)\\s+)?check\\s+option\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DROPPED =
            Pattern.compile("\\bdrop (?:column |constraint )?(?:if exists )?(" + IDENTIFIER + ")");
    private static final Pattern MOVED = Pattern.compile("\\b(?:attach|detach) partition (" + NAME + ")");

    private Commands() {}

    /**
     * What is done to a table.
     *
     * @param name as the statement writes it
     * @param lock in the words of PostgreSQL's manual; "none" for what is new; "?" where there are more tables
     * @param needs what the role needs; empty for nothing
     * @param effect what happens to all rows; empty for nothing; with "?", which tables
     */
    record Touch(Optional<String> name, String lock, String needs, String effect) {

        Optional<String> unknown() {
            return name.filter(Relation::isForeign)
                    .map(its -> its + " has more than a schema and a table in it")
                    .or(() -> Optional.of("tables that are not named here: " + effect)
                            .filter(reason -> lock.equals("?")));
        }
    }

    private record Row(
            Pattern command, Optional<Pattern> table, String lock, String needs, String effect, boolean goesOn) {

        List<Touch> touches(String statement) {
            if (table.isEmpty()) {
                return List.of(new Touch(Optional.empty(), lock, needs, effect));
            }
            return table.get()
                    .matcher(statement)
                    .results()
                    .map(found -> found.group(1))
                    .map(name -> new Touch(Optional.of(name), lock, needs, effect))
                    .toList();
        }
    }

    private static Stream<String> lines(String resource) {
        return Sql.resource(resource).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static List<String> columns(String line, int number) {
        List<String> columns =
                Arrays.stream(line.split(SEPARATOR, -1)).map(String::strip).toList();
        if (columns.size() != number) {
            throw new IllegalStateException(number + " columns are needed in " + line);
        }
        return columns;
    }

    /** The lines of a table in a resource, in this many columns. */
    static Stream<List<String>> table(String resource, int columns) {
        return lines(resource).map(line -> columns(line, columns));
    }

    /** A pattern in which {@code @} stands for a name, which is its first group, and {@code #} for one identifier. */
    static Pattern pattern(String text) {
        return Pattern.compile(text.replace("@", "(" + NAME + ")").replace("#", IDENTIFIER));
    }

    private static Row row(String line) {
        boolean goesOn = line.endsWith("+");
        List<String> columns = columns(goesOn ? line.substring(0, line.length() - 1) : line, COLUMNS);
        return new Row(
                pattern(columns.get(0)),
                Optional.of(columns.get(1))
                        .filter(Predicate.not(String::isBlank))
                        .map(Commands::pattern),
                columns.get(2),
                columns.get(3),
                columns.get(4),
                goesOn);
    }

    /** What a statement does to the tables it names; empty if the command is not known. */
    static Optional<List<Touch>> touches(String sql) {
        String statement = plain(sql);
        var touches = new ArrayList<Touch>();
        for (Row row : ROWS) {
            if (row.command.matcher(statement).find()) {
                touches.addAll(row.touches(statement));
                if (!row.goesOn) {
                    return Optional.of(touches);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether nobody knows what a statement does. */
    static boolean mayDoAnything(Plan.Statement statement) {
        return statement.unknown().isPresent() && !makesView(plain(statement.sql()));
    }

    static boolean makesView(String plain) {
        return VIEW.matcher(plain).find();
    }

    /** The query of a view. */
    static String query(String view) {
        String mask = OPAQUE.matcher(view)
                .replaceAll(opaque -> "_".repeat(opaque.group().length()));
        var as = AS.matcher(mask);
        var option = CHECK_OPTION.matcher(mask);
        return view.substring(as.find() ? as.end() : 0, option.find() ? option.start() : view.length());
    }

    /** The names of what a statement drops from a table; empty if it is the table itself, or nothing. */
    static List<String> dropped(String plain) {
        return plain.startsWith("drop ")
                ? List.of()
                : DROPPED.matcher(plain)
                        .results()
                        .map(found -> unquoted(found.group(1)))
                        .toList();
    }

    /** The name of what a statement makes a partition, or has been one so far. */
    static Optional<String> moved(String plain) {
        return MOVED.matcher(plain).results().findFirst().map(found -> found.group(1));
    }

    /** An identifier as the catalog has it. */
    static String unquoted(String identifier) {
        return identifier.startsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : identifier;
    }

    /** In lower case and on one line, without comments; literals are empty, quoted names are as they were. */
    static String plain(String sql) {
        var plain = new StringBuilder();
        var opaque = OPAQUE.matcher(sql);
        int end = 0;
        for (; opaque.find(); end = opaque.end()) {
            add(plain, sql.substring(end, opaque.start()));
            if (opaque.group("quoted") != null) {
                plain.append(opaque.group());
            } else {
                add(plain, opaque.group("literal") != null ? "''" : " ");
            }
        }
        add(plain, sql.substring(end));
        return plain.toString().strip();
    }

    private static void add(StringBuilder plain, String sql) {
        String text = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        boolean twice = text.startsWith(" ") && (plain.length() == 0 || plain.charAt(plain.length() - 1) == ' ');
        plain.append(twice ? text.substring(1) : text);
    }

    /** The first words of a statement. */
    static boolean isAnyOf(String plain, String... verbs) {
        return Arrays.stream(verbs).anyMatch(verb -> plain.matches("(?s)\\(*" + verb + "\\b.*"));
    }
}
