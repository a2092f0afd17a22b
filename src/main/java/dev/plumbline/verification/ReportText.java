package dev.plumbline.verification;

import dev.plumbline.connection.LogText;
import dev.plumbline.verification.ReportedDifference.Following;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as people read it in a terminal: the verdict first, then the differences, the worst first, then the rest. */
public final class ReportText {

    private static final int SHORT_FINGERPRINT = 12;
    private static final Set<String> SHORT = Set.of("privilege", "default privilege", "membership", "policy");

    /** What stands before the question in a sentence about what may have been renamed. */
    private static final String ASKED = ": was it ";

    private static final int LONG_TEXT = 70;
    private static final int MANY = 20;

    private ReportText() {}

    public static String of(Report report) {
        return Stream.of(
                        Stream.of(headline(report)),
                        report.reason().stream(),
                        Arrays.stream(Severity.values()).flatMap(severity -> section(report, severity)),
                        checklist(report),
                        coverage(report))
                .flatMap(lines -> lines)
                .map(LogText::oneLine) // a terminal obeys what a name may hold
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String headline(Report report) {
        int count = report.differences().size();
        String found = report.database()
                .map(database -> (count == 0 ? "no difference" : count + (count == 1 ? " difference" : " differences"))
                        + " from contract " + report.contract().version() + " ("
                        + abbreviated(report.contract().fingerprint()) + ") on PostgreSQL " + database.server() + ", ")
                .orElse("");
        return report.verdict() + ": " + found + "looked at " + report.startedAt() + " for "
                + report.took().toMillis() + " ms";
    }

    private static String abbreviated(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHORT_FINGERPRINT, fingerprint.length()));
    }

    private static Stream<String> section(Report report, Severity severity) {
        List<ReportedDifference> differences = report.differences().stream()
                .filter(difference -> difference.severity() == severity)
                .toList();
        return differences.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of("", severity.word()), differences.stream().flatMap(ReportText::difference));
    }

    private static Stream<String> difference(ReportedDifference difference) {
        String note = difference.change().equals("changed") ? "" : "  (" + difference.change() + ")";
        Stream<String> renamed = difference.renamed().stream()
                .map(other -> "      was it "
                        + oneLine(difference
                                .sentence()
                                .substring(difference.sentence().indexOf(ASKED) + ASKED.length())));
        var facts = new TreeSet<>(difference.expected().keySet());
        facts.addAll(difference.actual().keySet());
        return Stream.of(
                        Stream.of("  " + sign(difference.change()) + oneLine(difference.path()) + note),
                        renamed,
                        difference.change().equals("changed")
                                ? facts.stream().flatMap(fact -> fact(fact, difference))
                                : said(difference),
                        following(difference.follows()),
                        difference.by().stream().map(author -> "      by " + oneLine(author.words())))
                .flatMap(lines -> lines);
    }

    /** Of what is little more than its facts, these. */
    private static Stream<String> said(ReportedDifference difference) {
        return SHORT.contains(difference.kind())
                ? Stream.of(difference.expected(), difference.actual())
                        .flatMap(facts -> facts.entrySet().stream())
                        .map(fact -> "      " + fact.getKey() + ": " + oneLine(fact.getValue()))
                : Stream.empty();
    }

    private static String sign(String change) {
        return switch (change) {
            case "missing" -> "- ";
            case "unexpected" -> "+ ";
            default -> "~ ";
        };
    }

    private static Stream<String> following(List<Following> follows) {
        return Stream.concat(
                follows.stream()
                        .limit(MANY)
                        .map(following -> "      with it " + sign(following.change()) + oneLine(following.path())),
                Stream.of(follows.size() - MANY)
                        .filter(more -> more > 0)
                        .map(more -> "      with it " + more + " more"));
    }

    private static Stream<String> fact(String fact, ReportedDifference difference) {
        String actual = difference.actual().getOrDefault(fact, "nothing");
        String expected = difference.expected().getOrDefault(fact, "nothing");
        return actual.length() + expected.length() < LONG_TEXT && !(actual + expected).contains("\n")
                ? Stream.of("      " + fact + ": " + actual + ", should be " + expected)
                : Stream.of(
                                Stream.of("      " + fact + ":"),
                                expected.lines().map(line -> "      - " + line),
                                actual.lines().map(line -> "      + " + line))
                        .flatMap(lines -> lines);
    }

    private static Stream<String> checklist(Report report) {
        return report.checklist().isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(""),
                        report.checklist().stream()
                                .map(check -> (check.ok() ? "[ok] " : "[no] ") + check.check() + ": " + check.found()
                                        + " of " + check.expected()
                                        + (check.ok() || check.found() < check.expected() ? "" : ", not as promised")));
    }

    private static Stream<String> coverage(Report report) {
        return Stream.of(
                        counted("compared", report.coverage().compared(), count -> true),
                        counted("ignored by rule", report.coverage().ignored(), count -> count > 0),
                        counted("not compared", report.coverage().notModelled(), count -> true),
                        report.coverage().notVisible().stream()
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "),
                                        names -> names.isEmpty()
                                                ? Stream.<String>empty()
                                                : Stream.of("not visible: " + names))))
                .flatMap(lines -> lines);
    }

    private static Stream<String> counted(String title, Map<String, Long> counts, Predicate<Long> worthIt) {
        String text = counts.entrySet().stream()
                .filter(entry -> worthIt.test(entry.getValue()))
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? Stream.empty() : Stream.of("", title + ": " + text);
    }

    /** A name may have line breaks in it, and must not look like another line of the report. */
    private static String oneLine(String path) {
        return path.replace("\n", "\\n").replace("\r", "\\r");
    }
}
