package dev.plumbline.verification;

import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.Set;
import java.util.function.Predicate;

/** The seven questions that everybody asks of a migrated schema. */
enum Check {
    TABLES("required tables exist", is(Kind.TABLE), d -> d.change() == Change.MISSING),
    COLUMNS("columns complete", is(Kind.COLUMN), Check::isOurs),
    INDEXES("indexes", is(Kind.INDEX), Check::isOurs),
    ROW_SECURITY(
            "row level security and policies",
            is(Kind.POLICY).or(has("rowSecurity", "true")),
            is(Kind.POLICY).or(is(Kind.TABLE)),
            d -> d.kind() == Kind.POLICY || d.change() == Change.MISSING || touchesRowSecurity(d)),
    FOREIGN_KEYS("foreign keys", has("type", "foreign key"), Check::isOurs),
    EXTENSIONS("extensions", is(Kind.EXTENSION), Check::isOurs),
    VIEWS("analytics views", is(Kind.VIEW).or(is(Kind.MATERIALIZED_VIEW)), Check::isOurs);

    private final String title;
    private final Predicate<SchemaObject> counted;
    private final Predicate<SchemaObject> watched;
    private final Predicate<Difference> matters;

    Check(String title, Predicate<SchemaObject> about, Predicate<Difference> matters) {
        this(title, about, about, matters);
    }

    Check(
            String title,
            Predicate<SchemaObject> counted,
            Predicate<SchemaObject> watched,
            Predicate<Difference> matters) {
        this.title = title;
        this.counted = counted;
        this.watched = watched;
        this.matters = matters;
    }

    String title() {
        return title;
    }

    /** Whether the check counts such an object. */
    boolean counts(SchemaObject object) {
        return counted.test(object);
    }

    /** Whether a difference in this object makes the answer a no. */
    boolean fails(Difference difference, SchemaObject object) {
        return watched.test(object) && matters.test(difference);
    }

    private static Predicate<SchemaObject> is(Kind kind) {
        return object -> object.kind() == kind;
    }

    private static Predicate<SchemaObject> has(String fact, String text) {
        return object -> text.equals(object.facts().get(fact));
    }

    private static boolean isOurs(Difference difference) {
        return difference.change() != Change.UNEXPECTED;
    }

    private static boolean touchesRowSecurity(Difference difference) {
        return difference.change() == Change.UNEXPECTED
                ? "false".equals(difference.actual().get("rowSecurity"))
                : Set.of("rowSecurity", "forceRowSecurity").stream().anyMatch(difference.expected()::containsKey);
    }
}
