package dev.plumbline.verification;

import dev.plumbline.verification.Transition.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The differences that are known to be open, and since when. Kept in memory: a new process begins with none. */
final class OpenDrift {

    private SortedMap<String, ReportedDifference> open = new TreeMap<>();
    private Instant asOf = Instant.MIN;

    /** The difference as it is known, or as given if it is new. */
    synchronized ReportedDifference dated(ReportedDifference difference) {
        ReportedDifference known = open.get(difference.path());
        return known != null && known.sameAs(difference) ? known : difference;
    }

    /**
     * Takes over what a report has found.
     *
     * @return what has changed since the report before; nothing for an inconclusive report, and nothing for one that
     *     was begun before the last
     */
    synchronized List<Transition> update(Report report) {
        if (!report.concludes() || report.startedAt().isBefore(asOf)) {
            return List.of();
        }
        asOf = report.startedAt();
        SortedMap<String, ReportedDifference> before = open;
        open = new TreeMap<>(
                report.differences().stream().collect(Collectors.toMap(ReportedDifference::path, Function.identity())));
        var transitions = new ArrayList<Transition>();
        open.forEach((path, difference) -> {
            if (!before.containsKey(path)) {
                transitions.add(new Transition(Type.OPENED, difference));
            } else if (!before.get(path).sameAs(difference)) {
                transitions.add(new Transition(Type.CHANGED, difference));
            }
        });
        before.entrySet().stream()
                .filter(entry -> !open.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .forEach(gone -> transitions.add(new Transition(Type.RESOLVED, gone)));
        return transitions;
    }
}
