package dev.plumbline.verification;

import dev.plumbline.ledger.DdlCommand;
import dev.plumbline.ledger.DdlLog;
import dev.plumbline.schema.Identifiers;
import dev.plumbline.verification.Report.Attribution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out who has made differences. What is not written down is never guessed. */
final class Authors {

    private static final int MOST = 5;
    private static final String PRIVILEGE = "privilege";
    private static final String DEFAULT_PRIVILEGE = "default privilege";
    private static final Set<String> ROUTINES = Set.of("function", "procedure", "aggregate");

    /** What changes nothing but privileges. */
    private static final Set<String> GRANTING = Set.of("GRANT", "REVOKE");

    /** On what something is granted: the kinds of catalog/privilege.sql that have a name. */
    private static final Pattern GRANTED = Pattern.compile(
            "privilege .+? on (aggregate|column|composite type|domain|enum|foreign data wrapper|foreign table|function"
                    + "|language|materialized view|procedure|range type|row type of table|schema|sequence|server|table|view)"
                    + " (.+)",
            Pattern.DOTALL);

    /** What PostgreSQL calls what catalog/default_privilege.sql does. */
    private static final Pattern GRANTED_BY_DEFAULT = Pattern.compile(
            "default privilege of (.+?) for (tables|sequences|functions|types|schemas|large objects)( in schema .+?)?"
                    + " to .+",
            Pattern.DOTALL);

    private Authors() {}

    /** The objects that they must have done something to. */
    static Collection<String> objects(Collection<ReportedDifference> differences) {
        return differences.stream()
                .flatMap(difference -> names(difference).stream())
                .collect(Collectors.toCollection(TreeSet::new));
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
        List<String> names = names(difference);
        var authors = new ArrayList<Author>();
        for (DdlCommand command : commands) {
            boolean isIts = command.objects().stream().anyMatch(names::contains)
                    && command.transaction() >= since.orElse(0)
                    && canHaveMade(command.command(), difference.kind());
            if (isIts && (command.run().isEmpty() || authors.isEmpty()) && authors.size() < MOST) {
                authors.add(Author.of(command));
            }
            if (isIts && command.run().isPresent()) {
                break;
            }
        }
        return authors;
    }

    /** What is dropped takes with it what was granted on it, and is made again without. */
    private static boolean canHaveMade(String command, String kind) {
        return kind.equals(PRIVILEGE)
                ? GRANTING.contains(command) || command.startsWith("DROP ")
                : !GRANTING.contains(command);
    }

    private static String table(String name) {
        List<String> parts = Identifiers.parts(name);
        return parts.size() < 3 ? name : parts.get(0) + "." + parts.get(1);
    }

    /**
     * How PostgreSQL identifies the object, the table that it is a part of, for what ALTER TABLE does to a part it does to the
     * table, and what it may be called now.
     */
    private static List<String> names(ReportedDifference difference) {
        var names = new ArrayList<>(names(difference.kind(), difference.path()));
        difference.renamed().ifPresent(now -> names.addAll(names(difference.kind(), now)));
        return names;
    }

    private static List<String> names(String kind, String path) {
        var on = GRANTED.matcher(path);
        if (kind.equals(PRIVILEGE)) {
            return on.matches() ? namesOf(on.group(1), on.group(2)) : List.of();
        }
        var by = GRANTED_BY_DEFAULT.matcher(path);
        if (kind.equals(DEFAULT_PRIVILEGE)) {
            return by.matches()
                    ? List.of("for role " + by.group(1) + Objects.requireNonNullElse(by.group(3), "") + " on "
                            + by.group(2))
                    : List.of();
        }
        return namesOf(kind, path.substring(Math.min(kind.length() + 1, path.length())));
    }

    private static List<String> namesOf(String kind, String name) {
        if (ROUTINES.contains(kind)) {
            return List.of(name.replace(", ", ","));
        }
        List<String> parts = Identifiers.parts(name);
        return parts.size() < 3 ? List.of(name) : List.of(name, table(name), parts.get(2) + " on " + table(name));
    }
}
