package dev.plumbline.plan;

import dev.plumbline.connection.Secrets;
import dev.plumbline.connection.Sql;
import dev.plumbline.connection.Trouble;
import dev.plumbline.plan.Commands.Touch;
import dev.plumbline.plan.Plan.Source;
import dev.plumbline.plan.Plan.Statement;
import dev.plumbline.plan.Plan.Touched;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what statements do to the tables that are there, and what keeps this role from it. */
final class Statements {

    private static final String REFERRED = Sql.resource("plan/referred.sql");
    private static final String RELATED = Sql.resource("plan/related.sql");
    private static final String OWN_LOCKS = Sql.resource("plan/own_locks.sql");

    /** What PostgreSQL plans before it does it. */
    private static final String[] PLANNED = {
        "select",
        "insert",
        "update",
        "delete",
        "merge",
        "with",
        "values",
        "table",
        "create (\\w+ )*table (if not exists )?[^ (]+( \\([^)]*\\))? as",
        "create materialized view"
    };

    /** What is done to the children of a table as well. */
    private static final String[] INHERITED = {"alter table", "truncate", "lock", "analyze", "vacuum"};

    /** What is done to its partitions, but not to other children. */
    private static final String[] PARTITIONED = {
        "drop table", "create (unique )?index", "create (or replace )?(constraint )?trigger", "reindex"
    };

    /** What of that is done to the table alone. */
    private static final Pattern OF_ITSELF = Pattern.compile("\\b(?:rename to|set schema|owner to|row level security"
            + "|replica identity|attach partition|detach partition|(?:no )?inherit|cluster on|set tablespace)\\b");

    private static final String[] OPAQUE = {"do", "call"};

    /** undefined_table, _column, _function, _object, invalid_schema_name: a statement before may make it. */
    private static final Set<String> NOT_THERE_YET = Set.of("42P01", "42703", "42883", "42704", "3F000");

    private static final Pattern AS_ANOTHER =
            Pattern.compile("^set (?:local |session )?(?:role|session authorization)\\b");
    private static final Pattern AS_ITSELF = Pattern.compile(
            "^(?:reset (?:role|session authorization|all)|set (?:local |session )?(?:role none|session authorization default))$");

    private static final String NO_PRIVILEGE = "42501";
    private static final String CLASS_OF_SYNTAX = "42";

    private final Session session;
    private final Server server;
    private final Secrets secrets;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private Optional<String> asAnother = Optional.empty();

    Statements(Session session, Server server, Secrets secrets) {
        this.session = session;
        this.server = server;
        this.secrets = secrets;
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> unchecked() {
        return unchecked;
    }

    Statement look(String script, int line, String sql) throws SQLException {
        try {
            return lookAt(script, line, sql);
        } catch (SQLException refusal) {
            if (!Trouble.sqlState(refusal).equals(Optional.of(NO_PRIVILEGE))) {
                throw refusal;
            }
            String message = firstLine(Trouble.behind(refusal));
            lacks(Finding.error(Finding.Concern.PRIVILEGE_MISSING, message).in(script, line));
            return new Statement(line, secrets.hide(sql), List.of(), Optional.of("not looked at: " + message));
        }
    }

    /** Of another role than this we ask nothing. */
    private void lacks(Finding finding) {
        if (!asAnother.equals(finding.script())) {
            findings.add(finding);
        }
    }

    /** Flyway has each script begin as the role that it has logged in as. */
    private void become(String script, int line, String plain) {
        if (AS_ITSELF.matcher(plain).find()) {
            asAnother = Optional.empty();
        } else if (AS_ANOTHER.matcher(plain).find()) {
            asAnother = Optional.of(script);
            unchecked.add(script + ": privileges after line " + line + ", where it becomes another role");
        }
    }

    private static String firstLine(Trouble trouble) {
        return trouble.message().lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
    }

    private Statement lookAt(String script, int line, String sql) throws SQLException {
        String plain = Commands.plain(sql);
        if (Commands.isAnyOf(plain, OPAQUE)) {
            return new Statement(
                    line, secrets.hide(sql), List.of(), Optional.of("what a block of code does is told by nobody"));
        }
        Optional<List<Touch>> touches = Commands.touches(plain);
        Map<String, Relation> relations = Relation.of(session, names(touches.orElse(List.of())));
        List<Touched> named = touched(script, line, plain, touches.orElse(List.of()), relations);
        if (Commands.makesView(plain)) {
            return planned(script, line, sql, Commands.query(sql), named);
        }
        if (Commands.isAnyOf(plain, PLANNED)) {
            return planned(script, line, sql, sql, List.of());
        }
        return new Statement(
                line,
                secrets.hide(sql),
                named,
                touches.isEmpty()
                        ? Optional.of("this command is not in our table")
                        : Stream.concat(
                                        touches.get().stream().flatMap(touch -> touch.unknown().stream()),
                                        lockedView(plain, relations).stream())
                                .findFirst());
    }

    private static Set<String> names(List<Touch> touches) {
        return touches.stream().flatMap(touch -> touch.name().stream()).collect(Collectors.toSet());
    }

    private static Optional<String> lockedView(String plain, Map<String, Relation> relations) {
        return relations.values().stream()
                .filter(relation ->
                        Commands.isAnyOf(plain, "lock") && relation.kind().equals("view"))
                .map(view -> "the tables that " + view.table() + " reads are locked as well")
                .findFirst();
    }

    private List<Touched> touched(
            String script, int line, String plain, List<Touch> touches, Map<String, Relation> relations)
            throws SQLException {
        touches.forEach(touch -> server.objection(touch, touch.name().map(relations::get))
                .map(finding -> finding.in(script, line))
                .ifPresent(this::lacks));
        become(script, line, plain);
        Map<String, Touched> tables = new LinkedHashMap<>();
        touches.stream()
                .filter(touch -> Locks.isTaken(touch.lock()))
                .forEach(touch -> touch.name()
                        .map(relations::get)
                        .ifPresent(relation -> tables.merge(
                                relation.table(),
                                relation.touched(touch.lock(), Source.COMMANDS, effect(touch.effect())),
                                Statements::both)));
        for (Touched touched : List.copyOf(tables.values())) {
            related(touched, plain).forEach(other -> tables.putIfAbsent(other.table(), other));
        }
        Optional<Relation> moved = Commands.moved(plain).map(relations::get);
        Partitions.besides(session, plain, List.copyOf(tables.keySet()), moved)
                .forEach(other -> tables.putIfAbsent(other.table(), other));
        if (Commands.isAnyOf(plain, "drop table", "alter table")) {
            for (Touched touched : List.copyOf(tables.values())) {
                referred(touched.table(), plain).forEach(other -> tables.putIfAbsent(other.table(), other));
            }
        }
        return List.copyOf(tables.values());
    }

    /** Its partitions and children, if it is done to them as well; and of a partition that is dropped, what that is one of. */
    private List<Touched> related(Touched touched, String plain) throws SQLException {
        boolean inherited = Commands.isAnyOf(plain, INHERITED) && !plain.matches(".*\\bonly\\b.*");
        boolean partitioned = Commands.isAnyOf(plain, PARTITIONED);
        if (!inherited && !partitioned || OF_ITSELF.matcher(plain).find()) {
            return List.of();
        }
        Set<String> parents = new HashSet<>();
        List<String> others = session.rows(
                Session.OF_NOBODY,
                RELATED,
                row -> {
                    if (row.getBoolean("parent")) {
                        parents.add(row.getString("table"));
                    }
                    return row.getString("table");
                },
                touched.table(),
                inherited,
                touched.table(),
                plain.startsWith("drop "));
        return Relation.of(session, others).values().stream()
                .sorted(Comparator.comparing(Relation::table))
                .map(relation -> relation.touched(
                        touched.lock(),
                        Source.COMMANDS,
                        touched.effect().filter(effect -> !parents.contains(relation.name()))))
                .toList();
    }

    /** Whoever drops a foreign key locks the table that it refers to as well. */
    private List<Touched> referred(String table, String plain) throws SQLException {
        List<String> names = Commands.dropped(plain);
        List<String> others = session.rows(
                Session.OF_NOBODY,
                REFERRED,
                row -> row.getString("table"),
                table,
                plain.startsWith("drop "),
                names,
                names);
        return Relation.of(session, others).values().stream()
                .map(relation -> relation.touched(Locks.STRONGEST, Source.COMMANDS, Optional.empty()))
                .toList();
    }

    private static Optional<String> effect(String word) {
        return Optional.of(word).filter(text -> !text.isEmpty());
    }

    private static Touched both(Touched one, Touched other) {
        return new Touched(
                one.table(),
                Locks.stronger(one.lock(), other.lock()),
                one.from(),
                one.bytes(),
                one.rows(),
                effect(Locks.worse(one.effect().orElse(""), other.effect().orElse(""))));
    }

    /** Whoever plans a statement takes the locks of it. */
    private Statement planned(String script, int line, String sql, String query, List<Touched> named)
            throws SQLException {
        String shown = secrets.hide(sql);
        try {
            Map<String, String> locks = session.within(Session.OF_EVERYBODY, connection -> {
                try (var statement = connection.createStatement()) {
                    statement.setEscapeProcessing(false);
                    statement.execute("explain " + query);
                }
                return Session.rows(
                                connection,
                                OWN_LOCKS,
                                row -> Map.entry(row.getString("table"), Locks.mode(row.getString("mode"))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            });
            Stream<Touched> read = Relation.of(session, locks.keySet()).values().stream()
                    .map(relation -> relation.touched(locks.get(relation.name()), Source.SERVER, Optional.empty()));
            return new Statement(
                    line, shown, Stream.concat(named.stream(), read).toList(), Optional.empty());
        } catch (SQLException refusal) {
            String state = Trouble.sqlState(refusal).orElseThrow(() -> refusal);
            Trouble trouble = Trouble.behind(refusal);
            if (trouble.mayPass()) {
                throw refusal;
            }
            String message = secrets.hide(firstLine(trouble), sql);
            if (Commands.makesView(Commands.plain(sql)) && state.equals(NO_PRIVILEGE)) {
                message = "who makes a view need not be able to read what it shows: " + message;
            } else if (state.equals(NO_PRIVILEGE)) {
                lacks(Finding.error(Finding.Concern.PRIVILEGE_MISSING, message).in(script, line));
            } else if (state.startsWith(CLASS_OF_SYNTAX) && !NOT_THERE_YET.contains(state)) {
                findings.add(Finding.warning(Finding.Concern.STATEMENT_REFUSED, "as the database is now: " + message)
                        .in(script, line));
            }
            return new Statement(line, shown, named, Optional.of("not planned: " + message));
        }
    }
}
