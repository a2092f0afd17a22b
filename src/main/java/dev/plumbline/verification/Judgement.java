package dev.plumbline.verification;

import dev.plumbline.ledger.Change;
import dev.plumbline.ledger.Horizon;
import dev.plumbline.ledger.Known;
import dev.plumbline.ledger.Mark;
import dev.plumbline.ledger.OpenDifference;
import dev.plumbline.verification.Transition.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one verification adds to what is known by the time it is written. */
final class Judgement {

    private final Mark begun;
    private final Report report;
    private final Function<String, Optional<Horizon>> madeSince;
    private final Optional<Horizon> horizon;
    private List<Transition> transitions = List.of();
    private boolean overtaken;

    Judgement(Mark begun, Report report, Function<String, Optional<Horizon>> madeSince, Optional<Horizon> horizon) {
        this.begun = begun;
        this.report = report;
        this.madeSince = madeSince;
        this.horizon = horizon;
    }

    /** What somebody has written after this verification began, it may not have seen. */
    Optional<Change> of(Known known) {
        List<Transition> news = transitions(known, report);
        if (known.isNewerThan(begun)) {
            overtaken = !news.isEmpty()
                    || !known.verdict().equals(Optional.of(report.verdict().name()));
            return Optional.empty();
        }
        transitions = news;
        return Optional.of(change(known));
    }

    private Change change(Known known) {
        Map<String, Severity> before = known.open().stream()
                .collect(Collectors.toMap(OpenDifference::path, open -> Severity.of(open.worst())));
        boolean lost =
                report.verdict() == Verdict.UNKNOWN && !known.verdict().equals(Optional.of(Verdict.UNKNOWN.name()));
        return new Change(
                report.finishedAt(),
                report.verdict().name(),
                report.reason(),
                report.contract().fingerprint(),
                report.concludes(),
                horizon,
                transitions.stream()
                        .filter(transition -> transition.type() != Type.RESOLVED)
                        .map(transition -> document(transition.difference(), worst(transition, before)))
                        .toList(),
                transitions.stream()
                        .filter(transition -> transition.type() == Type.RESOLVED)
                        .map(transition -> transition.difference().path())
                        .toList(),
                report.concludes() ? report.differences().size() : known.open().size(),
                Stream.concat(
                                transitions.stream()
                                        .map(transition -> EventData.of(transition, worst(transition, before), report)),
                                lost ? Stream.of(EventData.unknown(report)) : Stream.empty())
                        .toList());
    }

    private static Severity worst(Transition transition, Map<String, Severity> before) {
        Severity now = transition.difference().severity();
        Severity was = before.getOrDefault(transition.difference().path(), now);
        return was.compareTo(now) < 0 ? was : now;
    }

    private OpenDifference document(ReportedDifference difference, Severity worst) {
        return new OpenDifference(
                difference.path(),
                worst.word(),
                difference.since(),
                madeSince.apply(difference.path()),
                EventData.write(difference));
    }

    /** What of it was new to all. */
    List<Transition> news() {
        return transitions;
    }

    /** Whether what somebody else has written contradicts it. */
    boolean isOvertaken() {
        return overtaken;
    }

    /** What a report says that is not known. */
    static List<Transition> transitions(Known known, Report report) {
        if (!report.concludes()) {
            return List.of();
        }
        SortedMap<String, ReportedDifference> before = differences(known);
        SortedMap<String, ReportedDifference> after = new TreeMap<>(
                report.differences().stream().collect(Collectors.toMap(ReportedDifference::path, Function.identity())));
        return Stream.concat(
                        after.values().stream().flatMap(now -> transition(before.get(now.path()), now)),
                        before.values().stream()
                                .filter(was -> !after.containsKey(was.path()))
                                .map(was -> new Transition(Type.RESOLVED, was)))
                .toList();
    }

    private static Stream<Transition> transition(ReportedDifference was, ReportedDifference now) {
        if (was == null) {
            return Stream.of(new Transition(Type.OPENED, now));
        }
        return was.sameAs(now) ? Stream.empty() : Stream.of(new Transition(Type.CHANGED, now));
    }

    /** What is known to be open, by its path. */
    static SortedMap<String, ReportedDifference> differences(Known known) {
        return new TreeMap<>(known.open().stream()
                .collect(Collectors.toMap(OpenDifference::path, one -> EventData.read(one.document()))));
    }
}
