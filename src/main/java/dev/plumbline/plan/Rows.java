package dev.plumbline.plan;

import dev.plumbline.connection.Trouble;
import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Change;
import dev.plumbline.plan.Finding.Concern;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts the rows that are not yet as the contract promises. */
final class Rows {

    private static final Pattern FITS_AS_TEXT = Pattern.compile("text|character.*|smallint|integer|bigint");

    /** As catalog/column.sql tells of a column that is computed. */
    private static final String STORED = "stored: ";

    /** data_exception, such as a division by zero. */
    private static final String CLASS_OF_DATA = "22";

    private final Contract contract;
    private final Map<String, Difference> differences;
    private final Session session;
    private final Judge judge;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    /** Says how much such rows speak against a run. */
    interface Judge {
        Finding of(Concern concern, String table, String message);
    }

    /**
     * @param differences of the contract and the live schema, by path
     */
    Rows(Contract contract, Map<String, Difference> differences, Session session, Judge judge) {
        this.contract = contract;
        this.differences = differences;
        this.session = session;
        this.judge = judge;
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> unchecked() {
        return unchecked;
    }

    void look(Difference difference) throws SQLException {
        for (Rule rule : rules(difference)) {
            look(rule, difference, connection -> Refused.by(rule, connection));
        }
    }

    /** What the rows that are there have to obey then, and did not have to so far. */
    private List<Rule> rules(Difference difference) throws SQLException {
        SchemaObject promised = contract.schema().object(difference.path()).orElse(null);
        if (promised == null) {
            return List.of();
        }
        if (difference.parent().filter(Domains::isOne).isPresent()) {
            return isStricter(difference, promised) ? Domains.check(session, promised) : List.of();
        }
        if (Domains.isOne(difference.path())) {
            return forbidsNull(difference, promised) ? Domains.notNull(session, promised) : List.of();
        }
        Bounds.unchecked(difference, contract.schema(), this::isThere).ifPresent(unchecked::add);
        Optional<String> table = difference.parent().filter(this::isThere).map(Promises::name);
        if (table.isEmpty()) {
            return List.of();
        }
        return switch (difference.kind()) {
            case COLUMN -> ofColumn(difference, promised, table.get());
            case CONSTRAINT, INDEX -> isStricter(difference, promised) ? ofRule(promised, table.get()) : List.of();
            default -> List.of();
        };
    }

    private static boolean forbidsNull(Difference difference, SchemaObject promised) {
        return difference.facts().contains("nullable")
                && promised.fact("nullable").equals(Optional.of("false"));
    }

    private boolean isThere(String parent) {
        return Kind.of(parent) == Kind.TABLE
                && Optional.ofNullable(differences.get(parent))
                        .filter(difference -> difference.change() == Change.MISSING)
                        .isEmpty();
    }

    private List<Rule> ofColumn(Difference difference, SchemaObject promised, String table) throws SQLException {
        String name = SchemaObject.name(promised.path());
        if (difference.change() == Change.CHANGED && difference.facts().contains("type")) {
            return Stream.concat(
                            retyped(difference, promised, name, table).stream(),
                            difference.facts().contains("nullable")
                                            && promised.fact("nullable").equals(Optional.of("false"))
                                    ? Stream.of(Rule.notNull(name, table))
                                    : Stream.empty())
                    .toList();
        }
        if (difference.change() == Change.MISSING) {
            compute(difference, promised, table);
        }
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

    /** A new column that is computed and stored is computed for each row that is there. */
    private void compute(Difference difference, SchemaObject promised, String table) throws SQLException {
        Optional<String> expression = promised.fact("generated")
                .filter(text -> text.startsWith(STORED))
                .map(text -> text.substring(STORED.length()));
        if (expression.isEmpty()) {
            return;
        }
        try {
            session.within(Session.OF_NOBODY, connection -> {
                Session.seeAllRows(connection);
                return Session.rows(
                        connection, "select count(" + expression.get() + ") from " + table, row -> row.getLong(1));
            });
        } catch (SQLException e) {
            String why = why(e);
            if (Trouble.sqlState(e)
                    .filter(state -> state.startsWith(CLASS_OF_DATA))
                    .isPresent()) {
                findings.add(judge.of(
                                Concern.ROWS_REFUSED,
                                table,
                                table + " has a row of which " + difference.path() + " cannot be computed: " + why)
                        .about(difference.path()));
            } else {
                unchecked.add("whether " + difference.path() + " can be computed of each row: " + why);
            }
        }
    }

    /** A database that has gone away is the failure of the whole. */
    private static String why(SQLException failure) throws SQLException {
        Trouble trouble = Trouble.behind(failure);
        if (trouble.mayPass()) {
            throw failure;
        }
        return trouble.message().replaceFirst("^ERROR: ", "");
    }

    /** Of text, and of integers, it is the text that has to fit; other values are converted in ways of their own. */
    private Optional<Rule> retyped(Difference difference, SchemaObject promised, String name, String table)
            throws SQLException {
        String from = String.valueOf(difference.actual().get("type"));
        String to = promised.fact("type").orElseThrow();
        if (FITS_AS_TEXT.matcher(from).matches()) {
            Rule rule = Rule.ofType(name, table, to);
            if (!Conversion.mustBeTried(session)) {
                return Optional.of(rule);
            }
            look(
                    rule,
                    difference,
                    connection -> Conversion.of(connection, table, name, to, Refused.key(connection, table)));
            return Optional.empty();
        }
        unchecked.add("whether each " + from + " in " + difference.path() + " can become " + to);
        return Optional.empty();
    }

    /** What is about a column that is new is about no row that is there. */
    private boolean isStricter(Difference difference, SchemaObject promised) {
        boolean ofNewColumn = promised.requires().stream()
                .filter(path -> Kind.of(path) == Kind.COLUMN || Kind.of(path) == Kind.TABLE)
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
    private void look(Rule rule, Difference difference, Session.Work<Refused> way) throws SQLException {
        try {
            Refused refused = session.within(Session.OF_NOBODY, connection -> {
                Session.seeAllRows(connection);
                return way.in(connection);
            });
            if (refused.count() > 0) {
                findings.add(judge.of(
                                rule.concern(),
                                rule.table(),
                                rule.table() + " has rows that " + rule.sentence() + ": " + refused.count())
                        .about(difference.path())
                        .counting(refused.count(), refused.example()));
            }
        } catch (SQLException e) {
            unchecked.add("the rows that are to obey " + difference.path() + ": " + why(e));
        }
    }
}
