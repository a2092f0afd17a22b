package dev.plumbline.verification;

import dev.plumbline.ledger.DdlLog;
import dev.plumbline.ledger.Horizon;
import dev.plumbline.verification.Report.Attribution;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out who has made differences. What is not written down is never guessed. */
final class Authors {

    private Authors() {}

    /** The objects that they must have done something to. */
    static Collection<String> objects(Collection<ReportedDifference> differences) {
        return differences.stream()
                .flatMap(difference -> Names.of(difference).all())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same with their authors. */
    static Findings named(Findings findings, DdlLog.Recorded recorded, Function<String, Optional<Horizon>> madeSince) {
        List<ReportedDifference> differences = findings.differences().stream()
                .map(difference -> difference.by(
                        new Authorship(difference, recorded.commands()).since(madeSince.apply(difference.path()))))
                .toList();
        Optional<String> obstacle = recorded.obstacle()
                .or(() -> unwritten(differences, recorded.unwritten(), madeSince))
                .or(() -> before(differences, recorded.since(), madeSince));
        return new Findings(
                findings.database(),
                findings.checklist(),
                differences,
                findings.coverage(),
                Optional.of(new Attribution(obstacle.isEmpty(), obstacle)));
    }

    private static Optional<String> unwritten(
            List<ReportedDifference> differences, long unwritten, Function<String, Optional<Horizon>> madeSince) {
        return differences.stream()
                        .map(difference -> madeSince
                                .apply(difference.path())
                                .map(Horizon::oldest)
                                .orElse(0L))
                        .anyMatch(oldest -> unwritten > 0 && unwritten >= oldest)
                ? Optional.of("what transaction " + unwritten
                        + " has changed could not be written down; the log of the server says why")
                : Optional.empty();
    }

    /** Of what was there at the first look nothing is expected. */
    private static Optional<String> before(
            List<ReportedDifference> differences, long since, Function<String, Optional<Horizon>> madeSince) {
        return differences.stream()
                        .filter(difference -> difference.by().isEmpty())
                        .flatMap(difference -> madeSince.apply(difference.path()).stream())
                        .anyMatch(horizon -> horizon.oldest() < since)
                ? Optional.of("something may have been changed before transaction " + since
                        + ", which has made or enabled the event triggers that write it down")
                : Optional.empty();
    }
}
