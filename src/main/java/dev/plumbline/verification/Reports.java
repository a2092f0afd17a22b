package dev.plumbline.verification;

import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Diff;
import dev.plumbline.diff.Difference;
import dev.plumbline.schema.SchemaObject;
import dev.plumbline.verification.Report.Found;
import dev.plumbline.verification.Report.Promise;
import dev.plumbline.verification.Verifier.Seen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes reports on one contract. */
final class Reports {

    private final Contract contract;
    private final Promise promise;
    private final Clock clock;
    private final Severities severities = Severities.table();

    Reports(Contract contract, Clock clock) {
        this.contract = contract;
        this.promise =
                new Promise(contract.version().orElse("none"), contract.schema().fingerprint());
        this.clock = clock;
    }

    Draft begin(OpenDrift open) {
        return new Draft(clock.instant(), open);
    }

    /** A report that waits for its findings. */
    final class Draft {

        private final Instant startedAt;
        private final OpenDrift open;

        private Draft(Instant startedAt, OpenDrift open) {
            this.startedAt = startedAt;
            this.open = open;
        }

        Report unknown(String reason) {
            return unseen(Verdict.UNKNOWN, reason);
        }

        Report migrating() {
            return unseen(Verdict.MIGRATING, "a migration is running");
        }

        private Report unseen(Verdict verdict, String reason) {
            return report(verdict, Optional.of(reason), Optional.empty(), List.of(), List.of(), new TreeMap<>());
        }

        Report of(Verdict verdict, Optional<String> reason, Seen seen) {
            return report(
                    verdict,
                    reason,
                    Optional.of(new Found(seen.actual().fingerprint(), seen.server())),
                    Checked.list(contract, seen.actual(), seen.diff()),
                    seen.diff().roots().stream()
                            .map(difference -> difference(difference, seen.diff()))
                            .toList(),
                    coverage(seen));
        }

        private ReportedDifference difference(Difference difference, Diff diff) {
            return open.dated(ReportedDifference.of(difference, severities.of(difference, diff), startedAt));
        }

        private SortedMap<String, Long> coverage(Seen seen) {
            return new TreeMap<>(seen.actual().stream()
                    .map(SchemaObject::kind)
                    .collect(Collectors.groupingBy(kind -> kind.label(), Collectors.counting())));
        }

        private Report report(
                Verdict verdict,
                Optional<String> reason,
                Optional<Found> database,
                List<Checked> checklist,
                List<ReportedDifference> differences,
                SortedMap<String, Long> coverage) {
            Instant finishedAt = clock.instant();
            return new Report(
                    verdict,
                    reason,
                    promise,
                    database,
                    checklist,
                    differences,
                    coverage,
                    startedAt,
                    finishedAt,
                    Duration.between(startedAt, finishedAt));
        }
    }
}
