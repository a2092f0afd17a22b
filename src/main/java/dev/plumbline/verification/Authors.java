package dev.plumbline.verification;

import dev.plumbline.ledger.DdlCommand;
import dev.plumbline.ledger.DdlLog;
import dev.plumbline.schema.Identifiers;
import dev.plumbline.verification.Report.Attribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

    private static final int MOST = 20;
    private static final String POLICY = "policy";
    private static final String PRIVILEGE = "privilege";
    private static final String DEFAULT_PRIVILEGE = "default privilege";
    private static final Set<String> ROUTINES = Set.of("function", "procedure", "aggregate");

    /** What changes nothing but privileges. */
    private static final Set<String> GRANTING = Set.of("GRANT", "REVOKE");

    /** What changes nothing but a comment. */
    private static final String COMMENT = "COMMENT";

    /** One statement that grants, or takes back: if not to whom it says, it is to nobody. */
    private static final Pattern ONE_GRANT =
            Pattern.compile("\\s*(?:grant|revoke)\\b[^;]*;?\\s*", Pattern.CASE_INSENSITIVE);

    /** What does not say whom it means. */
    private static final Pattern WHOEVER =
            Pattern.compile("\\b(?:current_user|session_user|current_role)\\b|\\bu&\"", Pattern.CASE_INSENSITIVE);

    /** A statement is not kept beyond it. */
    private static final int CUT = 2000;

    /** To whom something is granted, and on what: the kinds of catalog/privilege.sql that have a name. */
    private static final Pattern GRANTED = Pattern.compile(
            "privilege (.+?) on (aggregate|column|composite type|domain|enum|foreign data wrapper|foreign table|function"
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
                Optional.of(attribution(recorded.obstacle().or(() -> lost(findings, recorded, madeSince)))));
    }

    private static Attribution attribution(Optional<String> obstacle) {
        return new Attribution(obstacle.isEmpty(), obstacle);
    }

    private static Optional<String> lost(
            Findings findings, DdlLog.Recorded recorded, Function<String, OptionalLong> madeSince) {
        return findings.differences().stream()
                        .map(ReportedDifference::path)
                        .anyMatch(path -> recorded.unwritten() > 0
                                && recorded.unwritten() >= madeSince.apply(path).orElse(0))
                ? Optional.of("what transaction " + recorded.unwritten() + " has changed could not be written down;"
                        + " the log of the server says why")
                : Optional.empty();
    }

    /**
     * The newest, back to when the last run of ours began: whatever was done before that, the run has seen. The run itself only if
     * nobody else has done anything since.
     */
    private static List<Author> of(ReportedDifference difference, List<DdlCommand> commands, OptionalLong since) {
        List<String> names = names(difference);
        List<DdlCommand> its = commands.stream()
                .filter(command -> command.objects().stream().anyMatch(names::contains)
                        && command.transaction() >= since.orElse(0)
                        && canHaveMade(command, difference))
                .toList();
        Optional<DdlCommand> run =
                its.stream().filter(command -> command.run().isPresent()).findFirst();
        Instant from =
                run.map(command -> command.runBegan().orElse(command.at())).orElse(Instant.MIN);
        List<Author> others = its.stream()
                .filter(command -> command.run().isEmpty() && !command.at().isBefore(from))
                .limit(MOST)
                .map(Author::of)
                .toList();
        return others.isEmpty() ? run.map(Author::of).stream().toList() : others;
    }

    /** What is dropped takes with it what was granted on it, and is made again without. */
    private static boolean canHaveMade(DdlCommand command, ReportedDifference difference) {
        if (difference.kind().equals(PRIVILEGE)) {
            return GRANTING.contains(command.command()) && !isToAnother(command, difference)
                    || command.command().startsWith("DROP ");
        }
        return !GRANTING.contains(command.command()) && (!command.command().equals(COMMENT) || isComment(difference));
    }

    private static boolean isComment(ReportedDifference difference) {
        String comment = COMMENT.toLowerCase(Locale.ROOT);
        return !Objects.equals(
                difference.expected().get(comment), difference.actual().get(comment));
    }

    private static boolean isToAnother(DdlCommand command, ReportedDifference privilege) {
        var granted = GRANTED.matcher(privilege.path());
        return granted.matches()
                && command.statement()
                        .filter(text -> text.length() < CUT)
                        .filter(text -> ONE_GRANT.matcher(text).matches()
                                && !WHOEVER.matcher(text).find())
                        .filter(text -> !text.toLowerCase(Locale.ROOT)
                                .contains(granted.group(1).toLowerCase(Locale.ROOT)))
                        .isPresent();
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
            return on.matches() ? namesOf(on.group(2), on.group(3)) : List.of();
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
        if (parts.size() < 3) {
            return List.of(name);
        }
        String ofItself = parts.get(2) + " on " + table(name);
        return kind.equals(POLICY) ? List.of(name, ofItself) : List.of(name, table(name), ofItself);
    }
}
