package dev.plumbline.verification;

import dev.plumbline.catalog.Reading;
import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Comparison;
import dev.plumbline.diff.Diff;
import dev.plumbline.diff.Root;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import dev.plumbline.verification.Report.Attribution;
import dev.plumbline.verification.Report.Coverage;
import dev.plumbline.verification.Report.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one look at the database has to say, whenever it is asked. */
record Findings(
        Found database,
        List<Checked> checklist,
        List<ReportedDifference> differences,
        Coverage coverage,
        Optional<Attribution> attribution) {

    /** Draws them from comparisons with one contract. */
    static final class Writer {

        private final Contract contract;
        private final Ignored ignored;
        private final Severities severities = Severities.table();

        Writer(Contract contract, List<String> ignore) {
            this.contract = contract;
            this.ignored = new Ignored(ignore);
        }

        /**
         * @param now when the look was
         */
        Findings of(Comparison.Result result, Reading reading, Instant now) {
            List<Root> roots = new ArrayList<>(result.diff().roots());
            SortedMap<String, Long> hidden = ignored.takenFrom(roots);
            return new Findings(
                    new Found(result.actual().fingerprint(), reading.server()),
                    Checked.list(contract, result.actual(), remaining(roots)),
                    roots.stream()
                            .map(root -> ReportedDifference.of(
                                    root,
                                    severities.of(root),
                                    contract.isElsewhere(root.difference().path(), result.actual()),
                                    now))
                            .toList(),
                    new Coverage(compared(result.actual()), hidden, reading.unmodelled(), reading.hidden()),
                    Optional.empty());
        }

        private static Diff remaining(List<Root> roots) {
            return new Diff(roots.stream().flatMap(Root::all).toList());
        }

        private static SortedMap<String, Long> compared(Schema actual) {
            return new TreeMap<>(actual.stream()
                    .map(SchemaObject::kind)
                    .collect(Collectors.groupingBy(Kind::label, Collectors.counting())));
        }
    }
}
