package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import dev.plumbline.plan.Finding.Concern;
import dev.plumbline.schema.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What statements would make, and has been made already: the table in plan/creations.txt. */
final class Names {

    private static final String STANDING = Sql.resource("plan/standing.sql");
    private static final List<Row> ROWS =
            Commands.table("plan/creations.txt", 3).map(Row::of).toList();

    /** Of what PostgreSQL reads the name itself. */
    private static final Set<String> QUALIFIED = Set.of("relation", "type");

    /** In the place of a statement of which we do not know what it does. */
    private static final String UNKNOWN = "?";

    private static final Pattern AWAY = Pattern.compile("\\b(?:drop|rename|set schema)\\b");
    private static final Pattern PATH = Pattern.compile("\\bsearch_path\\b|^set (?:local |session )?schema\\b");

    private record Row(String kind, Optional<Pattern> table, Pattern name) {

        static Row of(List<String> columns) {
            return new Row(
                    columns.get(0),
                    Optional.of(columns.get(1)).filter(text -> !text.isEmpty()).map(Commands::pattern),
                    Commands.pattern(columns.get(2)));
        }

        Stream<Creation> creations(String script, int line, String plain, int position) {
            return name.matcher(plain)
                    .results()
                    .map(found -> new Creation(
                            kind,
                            found.group(1),
                            table.flatMap(pattern ->
                                            pattern.matcher(plain).results().findFirst())
                                    .map(of -> of.group(1))
                                    .orElse(""),
                            script,
                            line,
                            position,
                            AWAY.matcher(plain).find()));
        }
    }

    /**
     * @param position of its statement among all
     * @param away whether that has something go away as well
     */
    private record Creation(
            String kind, String name, String table, String script, int line, int position, boolean away) {

        boolean isWithoutSchema() {
            return (QUALIFIED.contains(kind) || !table.isEmpty()) && isBare(table.isEmpty() ? name : table);
        }

        boolean isForeign() {
            return Relation.isForeign(name) || Relation.isForeign(table);
        }

        String asked(Optional<String> schema) {
            return QUALIFIED.contains(kind) ? qualified(name, schema) : Commands.unquoted(name);
        }

        String relation(Optional<String> schema) {
            return table.isEmpty() ? "" : qualified(table, schema);
        }

        private static boolean isBare(String name) {
            return Identifiers.parts(name).size() == 1;
        }

        private static String qualified(String name, Optional<String> schema) {
            return isBare(name) ? "\"" + schema.orElseThrow().replace("\"", "\"\"") + "\"." + name : name;
        }

        /** Its name without a schema. */
        String last() {
            List<String> parts = Identifiers.parts(name);
            return parts.get(parts.size() - 1);
        }

        Finding finding(String path, boolean mayBeMended) {
            String message = "cannot be created: " + path + " is there already";
            return (mayBeMended
                            ? Finding.warning(
                                    Concern.NAME_TAKEN, message + "; but a statement before may have it go away first")
                            : Finding.error(Concern.NAME_TAKEN, message))
                    .about(path)
                    .in(script, line);
        }
    }

    private final Optional<String> schema;
    private final List<String> statements = new ArrayList<>();
    private final List<Creation> creations = new ArrayList<>();
    private String script = "";
    private boolean hasPath;

    /**
     * @param schema where a name without a schema goes
     */
    Names(Optional<String> schema) {
        this.schema = schema;
    }

    /**
     * Takes note of a statement, after those that run before it.
     *
     * @param of the script
     */
    void look(String of, Plan.Statement statement) {
        String plain = Commands.plain(statement.sql());
        hasPath = hasPath && of.equals(script) || PATH.matcher(plain).find();
        script = of;
        ROWS.stream()
                .flatMap(row -> row.creations(script, statement.line(), plain, statements.size()))
                .filter(creation -> !creation.isForeign())
                .filter(creation -> !creation.isWithoutSchema() || schema.isPresent() && !hasPath)
                .forEach(creations::add);
        statements.add(Commands.mayDoAnything(statement) ? UNKNOWN : plain);
    }

    List<Finding> findings(Session session) throws SQLException {
        return session.rows(
                Session.OF_NOBODY,
                STANDING,
                row -> {
                    Creation creation = creations.get(row.getInt("n") - 1);
                    return creation.finding(row.getString("path"), mayBeMended(creation));
                },
                creations.stream().map(Creation::kind).toList(),
                creations.stream().map(one -> one.asked(schema)).toList(),
                creations.stream().map(one -> one.relation(schema)).toList());
    }

    /** By a statement before, or by another part of its own. */
    private boolean mayBeMended(Creation creation) {
        return creation.away()
                || statements.subList(0, creation.position()).stream()
                        .anyMatch(one ->
                                one.equals(UNKNOWN) || AWAY.matcher(one).find() && one.contains(creation.last()));
    }
}
