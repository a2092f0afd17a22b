package dev.plumbline.verification;

import dev.plumbline.verification.Transition.Type;
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
    private long lastTurn;

    /** The difference as it is known, or as given if it is new. */
    synchronized ReportedDifference dated(ReportedDifference difference) {
        ReportedDifference known = open.get(difference.path());
        return known != null && known.sameAs(difference) ? known : difference;
    }

    /**
     * Takes over what a report has found.
     *
     * @param turn of the verification: one that was begun before the last to end says nothing new
     */
    synchronized Verification update(Report report, long turn) {
        boolean newest = turn > lastTurn;
        lastTurn = Math.max(turn, lastTurn);
        return new Verification(report, newest && report.concludes() ? replace(report) : List.of(), newest);
    }

    private List<Transition> replace(Report report) {
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
