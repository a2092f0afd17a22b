package dev.plumbline.verification;

import dev.plumbline.ledger.Horizon;
import dev.plumbline.verification.Transition.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private Map<String, Optional<Horizon>> horizons = Map.of();
    private Optional<Horizon> horizon = Optional.empty();
    private Optional<Horizon> adopted = Optional.empty();
    private boolean isKept = true;
    private long lastTurn;

    /**
     * Takes over what others have seen, unless it is what was taken over before, and what has been seen since then could not be
     * kept: it would be new again and again, and its authors too old.
     *
     * @param since what can have made each
     * @param seen what they may not have seen
     */
    synchronized void adopt(
            SortedMap<String, ReportedDifference> known, Map<String, Optional<Horizon>> since, Optional<Horizon> seen) {
        if (!isKept && seen.equals(adopted)) {
            return;
        }
        adopted = seen;
        open = new TreeMap<>(known);
        horizons = Map.copyOf(since);
        if (seen.isPresent() && (horizon.isEmpty() || seen.get().isNewerThan(horizon.get()))) {
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

    /** What can have made this difference; empty if it has been there since the first look. */
    synchronized Optional<Horizon> madeSince(String path) {
        return open.containsKey(path) ? horizons.getOrDefault(path, Optional.empty()) : horizon;
    }

    /**
     * Takes over what a report has found.
     *
     * @param turn of the verification: one that was begun before the last to end says nothing new
     * @param seen what it may not have seen; empty if that is not known
     */
    synchronized Verification update(Report report, long turn, Optional<Horizon> seen) {
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
