package dev.plumbline.verification;

import dev.plumbline.contract.Contract;
import dev.plumbline.verification.Report.Coverage;
import dev.plumbline.verification.Report.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes reports on one contract. */
final class Reports {

    private final Promise promise;
    private final Clock clock;

    Reports(Contract contract, Clock clock) {
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
            return report(Verdict.UNKNOWN, Optional.of(reason), Optional.empty());
        }

        Report migrating() {
            return report(Verdict.MIGRATING, Optional.of("a migration is running"), Optional.empty());
        }

        Report pending(Pending pending, Findings findings) {
            return report(Verdict.PENDING, Optional.of(pending.reason()), Optional.of(findings));
        }

        Report of(Findings findings) {
            List<String> hidden = findings.coverage().notVisible();
            if (!findings.differences().isEmpty()) {
                return report(Verdict.DRIFTED, Optional.empty(), Optional.of(findings));
            }
            return hidden.isEmpty()
                    ? report(Verdict.MATCHES, Optional.empty(), Optional.of(findings))
                    : report(
                            Verdict.UNKNOWN,
                            Optional.of("nothing differs that this role may see, but it may not read "
                                    + String.join(", ", hidden)),
                            Optional.of(findings));
        }

        private Report report(Verdict verdict, Optional<String> reason, Optional<Findings> findings) {
            Instant finishedAt = clock.instant();
            return new Report(
                    verdict,
                    reason,
                    promise,
                    findings.map(Findings::database),
                    findings.map(Findings::checklist).orElse(List.of()),
                    findings.stream()
                            .flatMap(found -> found.differences().stream())
                            .map(open::dated)
                            .toList(),
                    findings.map(Findings::coverage).orElse(Coverage.NONE),
                    findings.flatMap(Findings::attribution),
                    startedAt,
                    finishedAt,
                    Duration.between(startedAt, finishedAt));
        }
    }
}
