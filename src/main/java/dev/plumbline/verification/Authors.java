package dev.plumbline.verification;

import dev.plumbline.ledger.DdlCommand;
import dev.plumbline.ledger.DdlLog;
import dev.plumbline.schema.Identifiers;
import dev.plumbline.verification.Report.Attribution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out who has made differences. What is not written down is never guessed. */
final class Authors {

    private static final int MOST = 5;
    private static final String PRIVILEGE = "privilege";
    private static final Set<String> RELATIONS =
            Set.of("table", "view", "materialized view", "foreign table", "sequence", "column");
    private static final Set<String> ROUTINES = Set.of("function", "procedure", "aggregate");

    /** What changes nothing but privileges. */
    private static final Set<String> GRANTING = Set.of("GRANT", "REVOKE");

    private static final Pattern GRANTED = Pattern.compile(
            Stream.of(RELATIONS, ROUTINES, Set.of("schema"))
                    .flatMap(Set::stream)
                    .collect(Collectors.joining("|", "privilege .+? on (", ") (.+)")),
            Pattern.DOTALL);

    private Authors() {}

    /** What to ask for. */
    static DdlLog.Question question(Collection<ReportedDifference> differences) {
        var objects = new TreeSet<String>();
        var relations = new TreeSet<String>();
        var functions = new TreeSet<String>();
        var schemas = new TreeSet<String>();
        for (ReportedDifference difference : differences) {
            if (difference.kind().equals(PRIVILEGE)) {
                granted(difference)
                        .ifPresent(on -> (RELATIONS.contains(on.kind)
                                        ? relations
                                        : ROUTINES.contains(on.kind) ? functions : schemas)
                                .add(on.name));
            } else {
                objects.addAll(names(difference));
            }
        }
        return new DdlLog.Question(objects, relations, functions, schemas);
    }

    /** The same with their authors. */
    static Findings named(Findings findings, DdlLog.Recorded recorded, Function<String, OptionalLong> madeSince) {
        return new Findings(
                findings.database(),
                findings.checklist(),
                findings.differences().stream()
                        .map(difference ->
                                difference.by(of(difference, recorded.commands(), madeSince.apply(difference.path()))))
                        .toList(),
                findings.coverage(),
                Optional.of(new Attribution(recorded.obstacle().isEmpty(), recorded.obstacle())));
    }

    /** The newest, back to the last run of ours: whatever was done before that, the run has seen. */
    private static List<Author> of(ReportedDifference difference, List<DdlCommand> commands, OptionalLong since) {
        List<String> names = difference.kind().equals(PRIVILEGE)
                ? granted(difference).map(On::name).stream().toList()
                : names(difference);
        var authors = new ArrayList<Author>();
        for (DdlCommand command : commands) {
            boolean isIts = command.objects().stream().anyMatch(names::contains)
                    && command.transaction() >= since.orElse(0)
                    && (difference.kind().equals(PRIVILEGE) || !GRANTING.contains(command.command()));
            if (isIts && (command.run().isEmpty() || authors.isEmpty()) && authors.size() < MOST) {
                authors.add(Author.of(command));
            }
            if (isIts && command.run().isPresent()) {
                break;
            }
        }
        return authors;
    }

    /** What something was granted on. */
    private record On(String kind, String name) {}

    private static Optional<On> granted(ReportedDifference difference) {
        var matcher = GRANTED.matcher(difference.path());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String kind = matcher.group(1);
        String name = matcher.group(2);
        return Optional.of(new On(kind, kind.equals("column") ? table(name) : name));
    }

    private static String table(String name) {
        List<String> parts = Identifiers.parts(name);
        return parts.size() < 3 ? name : parts.get(0) + "." + parts.get(1);
    }

    /**
     * How PostgreSQL identifies the object, and the table that it is a part of: what ALTER TABLE does to a part, it does to
     * the table.
     */
    private static List<String> names(ReportedDifference difference) {
        String name = difference
                .path()
                .substring(Math.min(
                        difference.kind().length() + 1, difference.path().length()));
        if (ROUTINES.contains(difference.kind())) {
            return List.of(name.replace(", ", ","));
        }
        List<String> parts = Identifiers.parts(name);
        return parts.size() < 3 ? List.of(name) : List.of(name, table(name), parts.get(2) + " on " + table(name));
    }
}
