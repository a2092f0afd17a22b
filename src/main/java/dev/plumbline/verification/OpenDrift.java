package dev.plumbline.verification;

import dev.plumbline.verification.Transition.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The differences that are known to be open, and since when. Kept in memory, where a new process begins with none, unless
 * there is a ledger that knows better.
 */
public final class OpenDrift {

    private SortedMap<String, ReportedDifference> open = new TreeMap<>();
    private Map<String, OptionalLong> horizons = Map.of();
    private OptionalLong horizon = OptionalLong.empty();
    private OptionalLong adopted = OptionalLong.empty();
    private boolean isKept = true;
    private long lastTurn;

    /**
     * Takes over what others have seen, unless it is what was taken over before, and what has been seen since then could not be
     * kept: it would be new again and again, and its authors too old.
     *
     * @param since the oldest transaction that can have made each
     * @param seen the oldest transaction of which they may not have seen everything
     */
    synchronized void adopt(
            SortedMap<String, ReportedDifference> known, Map<String, OptionalLong> since, OptionalLong seen) {
        if (!isKept && seen.equals(adopted)) {
            return;
        }
        adopted = seen;
        open = new TreeMap<>(known);
        horizons = Map.copyOf(since);
        if (seen.isPresent() && (horizon.isEmpty() || seen.getAsLong() > horizon.getAsLong())) {
            horizon = seen;
        }
    }

    /** Whether others can see now what has been taken over last. */
    synchronized void isKept(boolean kept) {
        isKept = kept;
    }

    /** The difference as it is known, or as given if it is new. */
    synchronized ReportedDifference dated(ReportedDifference difference) {
        ReportedDifference known = open.get(difference.path());
        return known != null && known.sameAs(difference) ? difference.since(known.since()) : difference;
    }

    /** The oldest transaction that can have made this difference; empty if it has been there since the first look. */
    synchronized OptionalLong madeSince(String path) {
        return open.containsKey(path) ? horizons.getOrDefault(path, OptionalLong.empty()) : horizon;
    }

    /**
     * Takes over what a report has found.
     *
     * @param turn of the verification: one that was begun before the last to end says nothing new
     * @param seen the oldest transaction of which it may not have seen everything; empty if that is not known
     */
    synchronized Verification update(Report report, long turn, OptionalLong seen) {
        boolean newest = turn > lastTurn;
        lastTurn = Math.max(turn, lastTurn);
        boolean says = newest && report.concludes();
        var verification = new Verification(report, says ? replace(report) : List.of(), newest);
        if (says) {
            horizon = seen;
        }
        return verification;
    }

    private List<Transition> replace(Report report) {
        SortedMap<String, ReportedDifference> before = open;
        horizons = report.differences().stream()
                .map(ReportedDifference::path)
                .collect(Collectors.toMap(Function.identity(), this::madeSince));
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
