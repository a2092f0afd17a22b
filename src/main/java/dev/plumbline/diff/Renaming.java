package dev.plumbline.diff;

import dev.plumbline.diff.Difference.Change;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Guesses what was renamed, or moved to another schema: one object is missing, one of the same kind is unexpected, all facts of
 * the two are the same but for their names, and no third object is like them. Of two tables in one schema it is enough that their
 * columns are the same, and of what others use that all facts are but one: what else differs is told with the two.
 */
final class Renaming {

    /** What others use and can be renamed, beside tables and schemas. */
    private static final Set<Kind> USED = EnumSet.of(
            Kind.COLUMN,
            Kind.FUNCTION,
            Kind.PROCEDURE,
            Kind.AGGREGATE,
            Kind.DOMAIN,
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.SEQUENCE,
            Kind.SERVER,
            Kind.ROLE);

    /** What is another thing where one of these is another. */
    private static final Set<String> ESSENCE =
            Set.of("type", "definition", "body", "arguments", "returns", "language", "wrapper", "transition", "state");

    /** Of more of one kind in one place nobody could tell. */
    private static final int FEW = 20;

    private final Map<String, Difference> byPath;
    private final Map<String, Difference> others = new HashMap<>();

    /** Those that are alike in all but one fact. */
    private final Set<Difference> changed = new HashSet<>();

    private final Map<String, List<Difference>> columns;
    private final List<Difference> schemas;

    /** What became of the objects that definitions call by this name, which has its schema in it. */
    private final Map<String, Set<Change>> called;

    /**
     * Everything but the name, or but the schema, that makes an object what it is.
     *
     * @param place what it is a part of; or its name, if that is the same and its schema another
     * @param columns its columns with their facts
     */
    private record Likeness(Kind kind, Object place, Map<String, String> facts, List<String> columns) {}

    Renaming(Collection<Difference> differences) {
        byPath = differences.stream().collect(Collectors.toMap(Difference::path, Function.identity()));
        columns = differences.stream()
                .filter(difference -> difference.kind() == Kind.COLUMN && difference.change() != Change.CHANGED)
                .collect(Collectors.groupingBy(column -> column.parent().orElse("")));
        called = differences.stream()
                .collect(Collectors.groupingBy(
                        difference -> Wording.name(difference.path()),
                        Collectors.mapping(Difference::change, Collectors.toSet())));
        Set<Kind> gone = kinds(differences, Change.MISSING);
        Set<Kind> come = kinds(differences, Change.UNEXPECTED);
        List<Difference> candidates = differences.stream()
                .filter(difference -> difference.change() != Change.CHANGED)
                .filter(difference -> gone.contains(difference.kind()) && come.contains(difference.kind()))
                .toList();
        pair(candidates.stream(), Difference::parent, text -> text);
        List.<UnaryOperator<String>>of(text -> text, withoutSchemas(candidates))
                .forEach(wording -> pair(
                        candidates.stream()
                                .filter(difference -> !others.containsKey(difference.path()))
                                .filter(Renaming::isInSchema),
                        difference -> SchemaObject.name(difference.path()),
                        wording));
        join(candidates.stream()
                .filter(difference -> !others.containsKey(difference.path()))
                .filter(difference -> columns.containsKey(difference.path()))
                .collect(Collectors.groupingBy(table -> List.of(table.kind(), table.parent(), columns(table)))));
        candidates.stream()
                .filter(difference -> USED.contains(difference.kind()) && !others.containsKey(difference.path()))
                .collect(Collectors.groupingBy(difference -> List.of(difference.kind(), difference.parent())))
                .values()
                .forEach(this::joinChanged);
        schemas = others.values().stream()
                .filter(difference -> difference.kind() == Kind.SCHEMA && difference.change() == Change.MISSING)
                .toList();
    }

    private static Set<Kind> kinds(Collection<Difference> differences, Change change) {
        return differences.stream()
                .filter(difference -> difference.change() == change)
                .map(Difference::kind)
                .collect(Collectors.toSet());
    }

    private static boolean isInSchema(Difference difference) {
        return difference
                .parent()
                .filter(parent -> Kind.of(parent) == Kind.SCHEMA)
                .isPresent();
    }

    /** What is told of what moves has its schema before it, such as a sequence that moves with a table; types stay where they are. */
    private static UnaryOperator<String> withoutSchemas(Collection<Difference> candidates) {
        Pattern qualifier = Pattern.compile(candidates.stream()
                .filter(Renaming::isInSchema)
                .map(Renaming::schema)
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w$\".])(?:", ")\\.")));
        return text -> qualifier.matcher(text).replaceAll("");
    }

    private void pair(
            Stream<Difference> candidates, Function<Difference, Object> place, UnaryOperator<String> wording) {
        join(candidates.collect(Collectors.groupingBy(candidate -> likeness(candidate, place, wording))));
    }

    /** Where two are alike and no third is, and one is gone and the other has come. */
    private void join(Map<?, List<Difference>> alike) {
        alike.values().stream()
                .filter(pair -> pair.size() == 2)
                .filter(pair -> pair.get(0).change() != pair.get(1).change())
                .forEach(pair -> {
                    others.put(pair.get(0).path(), pair.get(1));
                    others.put(pair.get(1).path(), pair.get(0));
                });
    }

    private void joinChanged(List<Difference> alike) {
        if (alike.size() > FEW) {
            return;
        }
        for (Difference one : alike) {
            List<Difference> twins = twins(one, alike);
            if (twins.size() == 1 && twins(twins.get(0), alike).size() == 1) {
                others.put(one.path(), twins.get(0));
                changed.add(one);
            }
        }
    }

    private static List<Difference> twins(Difference one, List<Difference> alike) {
        return alike.stream()
                .filter(other -> other.change() != one.change() && isAlikeButForOneFact(one, other))
                .toList();
    }

    private static boolean isAlikeButForOneFact(Difference one, Difference other) {
        Set<String> differing = other.since(one).facts();
        return differing.size() <= 1 && differing.stream().noneMatch(ESSENCE::contains);
    }

    /** Whether it is only alike: it may as well be gone, and another have come. */
    boolean isChanged(Difference renamed) {
        return changed.contains(renamed);
    }

    private Likeness likeness(Difference candidate, Function<Difference, Object> place, UnaryOperator<String> wording) {
        Map<String, String> facts = candidate.factsButForName();
        facts.replaceAll((fact, text) -> wording.apply(text));
        return new Likeness(
                candidate.kind(),
                place.apply(candidate),
                facts,
                columns(candidate).stream().map(wording).toList());
    }

    private List<String> columns(Difference difference) {
        return columns.getOrDefault(difference.path(), List.of()).stream()
                .map(column -> SchemaObject.name(column.path()) + column.allFacts())
                .toList();
    }

    /** The other side of a missing or an unexpected object. */
    Optional<Difference> other(Difference difference) {
        return Optional.ofNullable(others.get(difference.path()));
    }

    /** With what it is a part of, and so on, as far as that differs. */
    List<Difference> line(Difference difference) {
        return Stream.iterate(
                        difference,
                        Objects::nonNull,
                        part -> part.parent().map(byPath::get).orElse(null))
                .toList();
    }

    /** Schemas that are gone, but there under another name. */
    List<Difference> schemas() {
        return schemas;
    }

    /** Whether what depends on something renamed is as it was, on the other side, with the other name. */
    boolean isCarriedAlong(Difference difference, Difference renamed) {
        Difference other = others.get(renamed.path());
        return Stream.of(
                        renamed(difference.path(), name(renamed.path()), name(other.path())),
                        renamed(difference.path(), schema(renamed), schema(other)))
                .map(byPath::get)
                .filter(Objects::nonNull)
                .filter(twin -> twin.change() == other.change())
                .anyMatch(twin -> isSame(difference, twin, renamed, other));
    }

    private boolean isSame(Difference difference, Difference twin, Difference renamed, Difference other) {
        Map<String, String> facts = difference.allFacts();
        Map<String, String> its = twin.allFacts();
        var names = Wording.differsInNames(
                        Map.of(renamed.path(), Collections.singleton(SchemaObject.name(other.path()))))
                .or(Wording.differsInSchema(schema(renamed), schema(other), this::isMoved));
        return facts.keySet().equals(its.keySet())
                && facts.entrySet().stream()
                        .allMatch(fact -> fact.getValue().equals(its.get(fact.getKey()))
                                || names.test(fact.getValue(), its.get(fact.getKey())));
    }

    /** Whether something is gone that definitions call by the one name, and something has come that they call by the other. */
    private boolean isMoved(String one, String other) {
        return hasBecome(one, other) || hasBecome(other, one);
    }

    private boolean hasBecome(String from, String to) {
        return called.getOrDefault(from, Set.of()).contains(Change.MISSING)
                && called.getOrDefault(to, Set.of()).contains(Change.UNEXPECTED);
    }

    private static String renamed(String path, String from, String to) {
        return Pattern.compile("(?<![\\w$\".])" + Pattern.quote(from) + "(?![\\w$\"])")
                .matcher(path)
                .replaceFirst(Matcher.quoteReplacement(to));
    }

    /** A path without its kind. */
    static String name(String path) {
        return path.substring(Kind.of(path).label().length()).strip();
    }

    private static String schema(Difference difference) {
        return difference.kind() == Kind.SCHEMA
                ? SchemaObject.name(difference.path())
                : difference.parent().map(SchemaObject::name).orElse("");
    }
}
