package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import dev.plumbline.connection.Trouble;
import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Diff;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Change;
import dev.plumbline.plan.Finding.Concern;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the contract promises and the database does not hold yet, and what there stands against it. That a script may mend it
 * first is nothing we can know.
 */
final class Promises {

    private static final String ABSENT = Sql.resource("plan/absent.sql");
    private static final String EXTENSIONS = Sql.resource("plan/extensions.sql");
    private static final String TAKEN = Sql.resource("plan/taken.sql");
    private static final String KEY = Sql.resource("plan/key.sql");

    /** What shares its names with others, in pg_class or in pg_type. */
    private static final Set<Kind> NAMED = Set.of(
            Kind.TABLE,
            Kind.FOREIGN_TABLE,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.SEQUENCE,
            Kind.INDEX,
            Kind.ENUM,
            Kind.DOMAIN,
            Kind.COMPOSITE_TYPE,
            Kind.RANGE_TYPE);

    private final Contract contract;
    private final Session session;
    private final Predicate<String> mended;
    private final Map<String, Difference> differences;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    /**
     * @param diff of the contract and the live schema
     * @param mended whether a statement of the run may change a table before it matters
     */
    Promises(Contract contract, Diff diff, Session session, Predicate<String> mended) {
        this.mended = mended;
        this.contract = contract;
        this.session = session;
        this.differences = diff.differences().stream().collect(Collectors.toMap(Difference::path, Function.identity()));
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> unchecked() {
        return unchecked;
    }

    void look() throws SQLException {
        absent();
        extensions();
        taken();
        invalidIndexes();
        for (Difference difference : sorted()) {
            for (Rule rule : rules(difference)) {
                check(rule, difference);
            }
        }
    }

    private List<Difference> sorted() {
        return differences.values().stream()
                .sorted(Comparator.comparing(Difference::path))
                .toList();
    }

    private Stream<Difference> missing(Kind kind) {
        return sorted().stream()
                .filter(difference -> difference.change() == Change.MISSING && difference.kind() == kind);
    }

    /** Of what the promised objects go with, that which the migrations do not make. */
    private void absent() throws SQLException {
        List<String> paths = sorted().stream()
                .filter(difference -> difference.change() == Change.MISSING)
                .flatMap(difference -> Stream.concat(difference.parent().stream(), difference.requires().stream()))
                .flatMap(path -> Stream.concat(table(path).stream(), Stream.of(path)))
                .filter(path -> !contract.schema().has(path))
                .distinct()
                .toList();
        rows(
                ABSENT,
                path -> Finding.error(Concern.PLATFORM_ABSENT, path + " is not there, and no migration makes it")
                        .about(path),
                paths,
                paths.stream().map(path -> Kind.of(path).label()).toList(),
                paths.stream().map(Promises::name).toList());
    }

    /** That of a column. */
    private static Optional<String> table(String path) {
        return Kind.of(path) == Kind.COLUMN
                ? Optional.of("table "
                        + name(path.substring(
                                0, path.length() - SchemaObject.name(path).length() - 1)))
                : Optional.empty();
    }

    private void extensions() throws SQLException {
        List<String> names = missing(Kind.EXTENSION)
                .map(Difference::path)
                .map(Promises::name)
                .toList();
        session.rows(
                        Session.OF_NOBODY,
                        EXTENSIONS,
                        row -> row.getBoolean("available")
                                ? row.getBoolean("anybody")
                                        ? Optional.<Finding>empty()
                                        : Optional.of(Finding.error(
                                                Concern.PRIVILEGE_MISSING,
                                                "the extension " + row.getString("name")
                                                        + " is not trusted: only a superuser can create it"))
                                : Optional.of(Finding.error(
                                        Concern.EXTENSION_UNAVAILABLE,
                                        "the extension " + row.getString("name") + " is not installed on the server")),
                        names)
                .forEach(found -> found.ifPresent(findings::add));
    }

    /** What is missing and has its name nevertheless is something else. */
    private void taken() throws SQLException {
        List<String> paths = NAMED.stream()
                .flatMap(this::missing)
                .map(Difference::path)
                .sorted()
                .toList();
        findings.addAll(session.rows(
                Session.OF_NOBODY,
                TAKEN,
                row -> standing(
                                Concern.NAME_TAKEN,
                                name(row.getString("path")),
                                row.getString("path") + " cannot be made: there is a " + row.getString("kind")
                                        + " of that name")
                        .about(row.getString("path")),
                paths,
                paths.stream().map(Promises::name).toList()));
    }

    private void invalidIndexes() {
        sorted().stream()
                .filter(difference -> "false".equals(difference.actual().get("valid"))
                        || "false".equals(difference.actual().get("indexValid")))
                .map(difference -> Finding.warning(
                                Concern.INVALID_INDEX,
                                difference.path()
                                        + " is what a build that failed has left: no query uses it, and its name is"
                                        + " taken. Drop it first")
                        .about(difference.path()))
                .forEach(findings::add);
    }

    /** What the rows that are there have to obey then, and did not have to so far. */
    private List<Rule> rules(Difference difference) {
        Optional<String> table = difference.parent().filter(this::isThere).map(Promises::name);
        if (table.isEmpty()) {
            return List.of();
        }
        SchemaObject promised = contract.schema().object(difference.path()).orElse(null);
        if (promised == null) {
            return List.of();
        }
        return switch (difference.kind()) {
            case COLUMN -> ofColumn(difference, promised, table.get());
            case CONSTRAINT, INDEX -> isStricter(difference, promised) ? ofRule(promised, table.get()) : List.of();
            default -> List.of();
        };
    }

    private boolean isThere(String parent) {
        return Kind.of(parent) == Kind.TABLE
                && Optional.ofNullable(differences.get(parent))
                        .filter(difference -> difference.change() == Change.MISSING)
                        .isEmpty();
    }

    private List<Rule> ofColumn(Difference difference, SchemaObject promised, String table) {
        String name = SchemaObject.name(promised.path());
        if (!promised.fact("nullable").equals(Optional.of("false"))) {
            return List.of();
        }
        if (difference.change() == Change.CHANGED) {
            return difference.facts().contains("nullable") ? List.of(Rule.notNull(name, table)) : List.of();
        }
        boolean hasValue = Stream.of("default", "identity", "generated")
                .anyMatch(fact -> promised.fact(fact).isPresent());
        return hasValue ? List.of() : List.of(Rule.noValue(name, table));
    }

    /** What is about a column that is new is about no row that is there. */
    private boolean isStricter(Difference difference, SchemaObject promised) {
        boolean ofNewColumn = promised.requires().stream()
                .map(differences::get)
                .anyMatch(its -> its != null && its.change() == Change.MISSING);
        boolean isRule = promised.kind() == Kind.CONSTRAINT
                ? !promised.fact("validated").equals(Optional.of("false"))
                : promised.fact("unique").equals(Optional.of("true"));
        return isRule
                && !ofNewColumn
                && (difference.change() == Change.MISSING
                        || difference.facts().contains("definition")
                        || difference.facts().contains("validated"));
    }

    private List<Rule> ofRule(SchemaObject promised, String table) {
        Optional<Rule> rule = Rule.of(promised, table);
        if (rule.isEmpty()) {
            unchecked.add("the rows that are to obey " + promised.path() + ": we have no way to look for "
                    + promised.fact("definition").orElse(""));
        }
        return rule.stream().toList();
    }

    /** On a table that is one already; what the rows say may be read by its owner only. */
    private void check(Rule rule, Difference difference) throws SQLException {
        try {
            session.within(Session.OF_NOBODY, connection -> {
                String from = " from " + rule.table() + " where " + rule.broken();
                long count = Session.rows(connection, "select count(*)" + from, row -> row.getLong(1))
                        .get(0);
                if (count > 0) {
                    String key = Session.rows(connection, KEY, row -> row.getString("key"), rule.table())
                            .get(0);
                    String example = Session.rows(
                                    connection, "select " + key + from + " limit 1", row -> row.getString(1))
                            .get(0);
                    findings.add(standing(
                                    rule.concern(),
                                    rule.table(),
                                    rule.table() + " has rows that " + rule.sentence() + ": " + count)
                            .about(difference.path())
                            .counting(count, example));
                }
                return null;
            });
        } catch (SQLException e) {
            if (Trouble.behind(e).mayPass()) {
                throw e;
            }
            unchecked.add("the rows that are to obey " + difference.path() + ": "
                    + Trouble.behind(e).message().replaceFirst("^ERROR: ", ""));
        }
    }

    private void rows(String query, Function<String, Finding> finding, List<String> first, Collection<?>... more)
            throws SQLException {
        var values = new ArrayList<Object>();
        values.add(first);
        values.addAll(List.of(more));
        session.rows(Session.OF_NOBODY, query, row -> row.getString(1), values.toArray()).stream()
                .map(finding)
                .forEach(findings::add);
    }

    private Finding standing(Concern concern, String table, String message) {
        return mended.test(table)
                ? Finding.warning(concern, message + "; but a script may mend that first")
                : Finding.error(concern, message);
    }

    /** A path without its kind. */
    private static String name(String path) {
        return path.substring(Kind.of(path).label().length() + 1);
    }
}
