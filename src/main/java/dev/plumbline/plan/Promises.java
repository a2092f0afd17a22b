package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
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
        findings.addAll(unfinished(sorted()));
        var rows = new Rows(contract, differences, session, this::standing);
        for (Difference difference : sorted()) {
            rows.look(difference);
        }
        findings.addAll(rows.findings());
        unchecked.addAll(rows.unchecked());
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
                        row -> obstacle("the extension " + row.getString("name"), row.getString("obstacle")),
                        names)
                .forEach(found -> found.ifPresent(findings::add));
    }

    private static Optional<Finding> obstacle(String extension, String obstacle) {
        if (obstacle == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (obstacle) {
                    case "unavailable" ->
                        Finding.error(Concern.EXTENSION_UNAVAILABLE, extension + " is not installed on the server");
                    case "untrusted" ->
                        Finding.error(
                                Concern.PRIVILEGE_MISSING,
                                extension + " is not trusted: only a superuser can create it");
                    default ->
                        Finding.error(
                                Concern.PRIVILEGE_MISSING,
                                extension + " can be created only by who has CREATE on the database");
                });
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

    /** What a statement without a transaction has begun and not finished. */
    static List<Finding> unfinished(Diff diff) {
        return unfinished(diff.differences());
    }

    private static List<Finding> unfinished(List<Difference> differences) {
        return Stream.concat(invalidIndexes(differences), halfDetached(differences))
                .toList();
    }

    private static Stream<Finding> halfDetached(List<Difference> differences) {
        return differences.stream()
                .filter(difference ->
                        difference.actual().getOrDefault("partitionOf", "").endsWith(" (detach pending)"))
                .map(difference -> Finding.warning(
                                Concern.DETACH_PENDING,
                                difference.path() + " is what a DETACH PARTITION CONCURRENTLY that failed has left: it"
                                        + " belongs to its table no more, and is in the way of the next. ALTER TABLE ..."
                                        + " DETACH PARTITION ... FINALIZE ends it")
                        .about(difference.path()));
    }

    private static Stream<Finding> invalidIndexes(List<Difference> differences) {
        return differences.stream()
                .filter(difference -> "false".equals(difference.actual().get("valid"))
                        || "false".equals(difference.actual().get("indexValid")))
                .map(difference -> Finding.warning(
                                Concern.INVALID_INDEX,
                                difference.path()
                                        + " is what a build that failed has left: no query uses it, and its name is"
                                        + " taken. Drop it first")
                        .about(difference.path()));
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

    Finding standing(Concern concern, String table, String message) {
        return mended.test(table)
                ? Finding.warning(concern, message + "; but a script may mend that first")
                : Finding.error(concern, message);
    }

    /** A path without its kind. */
    static String name(String path) {
        return path.substring(Kind.of(path).label().length() + 1);
    }
}
