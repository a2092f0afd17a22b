package dev.plumbline.verification;

import dev.plumbline.catalog.Reading;
import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Comparison;
import dev.plumbline.diff.Diff;
import dev.plumbline.diff.Difference;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import dev.plumbline.verification.Report.Attribution;
import dev.plumbline.verification.Report.Coverage;
import dev.plumbline.verification.Report.Found;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            SortedMap<Difference, List<Difference>> roots = result.diff().roots();
            SortedMap<String, Long> hidden = ignored.takenFrom(roots);
            return new Findings(
                    new Found(result.actual().fingerprint(), reading.server()),
                    Checked.list(contract, result.actual(), remaining(roots)),
                    roots.entrySet().stream()
                            .map(root -> ReportedDifference.of(
                                    root.getKey(),
                                    severities.of(root.getKey(), root.getValue()),
                                    contract.isElsewhere(root.getKey().path(), result.actual()),
                                    result.diff().renamed(root.getKey()),
                                    now))
                            .toList(),
                    new Coverage(compared(result.actual()), hidden, reading.unmodelled(), reading.hidden()),
                    Optional.empty());
        }

        private static Diff remaining(Map<Difference, List<Difference>> roots) {
            return new Diff(roots.entrySet().stream()
                    .flatMap(root -> Stream.concat(Stream.of(root.getKey()), root.getValue().stream()))
                    .toList());
        }

        private static SortedMap<String, Long> compared(Schema actual) {
            return new TreeMap<>(actual.stream()
                    .map(SchemaObject::kind)
                    .collect(Collectors.groupingBy(Kind::label, Collectors.counting())));
        }
    }
}
