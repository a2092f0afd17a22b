package dev.plumbline.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class DiffLawsTest {

    @Property
    void aSchemaDoesNotDifferFromItself(@ForAll("schemas") Schema schema) {
        assertTrue(Diff.between(schema, schema).isEmpty());
    }

    @Property
    void noDifferenceMeansEqual(@ForAll("schemas") Schema one, @ForAll("schemas") Schema other) {
        assertEquals(one.equals(other), Diff.between(one, other).isEmpty());
        assertEquals(one.equals(other), one.fingerprint().equals(other.fingerprint()));
    }

    @Property
    void swappingTheSidesMirrorsTheResult(@ForAll("schemas") Schema one, @ForAll("schemas") Schema other) {
        List<Difference> mirrored = Diff.between(other, one).differences().stream()
                .map(DiffLawsTest::mirror)
                .toList();
        assertEquals(Diff.between(one, other).differences(), mirrored);
    }

    @Property(shrinking = ShrinkingMode.FULL)
    void everyDifferenceHasARootThatIsReported(@ForAll("schemas") Schema one, @ForAll("schemas") Schema other) {
        Diff diff = Diff.between(one, other);
        assertEquals(diff.isEmpty(), diff.roots().isEmpty());
    }

    private static Difference mirror(Difference difference) {
        Change change = switch (difference.change()) {
            case MISSING -> Change.UNEXPECTED;
            case UNEXPECTED -> Change.MISSING;
            case CHANGED -> Change.CHANGED;
        };
        return new Difference(
                difference.path(),
                difference.parent(),
                difference.requires(),
                change,
                difference.actual(),
                difference.expected());
    }

    /** Few names and few facts, so that two schemas often have something in common. */
    @Provide
    Arbitrary<Schema> schemas() {
        Arbitrary<Map<String, String>> facts = Arbitraries.maps(
                        Arbitraries.of("type", "default"), Arbitraries.of("a", "b", ""))
                .ofMaxSize(2);
        Arbitrary<SchemaObject> tables = Combinators.combine(Arbitraries.of("x", "y"), facts)
                .as((name, its) -> new SchemaObject("table public." + name, (String) null, its));
        Arbitrary<SchemaObject> columns = Combinators.combine(Arbitraries.of("x", "y"), Arbitraries.of("a", "b"), facts)
                .as((table, name, its) ->
                        new SchemaObject("column public." + table + "." + name, "table public." + table, its));
        return Arbitraries.oneOf(tables, columns)
                .list()
                .ofMaxSize(6)
                .uniqueElements(SchemaObject::path)
                .map(Schema::new);
    }
}
