package dev.plumbline.verification;

import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Diff;
import dev.plumbline.diff.Difference;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to one question of the checklist.
 *
 * @param expected how many such objects the contract has
 * @param found how many of them are there
 * @param differences the paths of those behind a "no"
 */
public record Checked(String check, boolean ok, long expected, long found, List<String> differences) {

    static List<Checked> list(Contract contract, Schema actual, Diff diff) {
        return Arrays.stream(Check.values())
                .map(check -> of(check, contract.schema(), actual, diff))
                .toList();
    }

    private static Checked of(Check check, Schema expected, Schema actual, Diff diff) {
        List<String> failures = diff.differences().stream()
                .filter(d -> sides(d, expected, actual).anyMatch(object -> check.fails(d, object)))
                .map(Difference::path)
                .toList();
        return new Checked(
                check.title(),
                failures.isEmpty(),
                expected.stream().filter(check::counts).count(),
                actual.stream()
                        .filter(check::counts)
                        .filter(object -> expected.has(object.path()))
                        .count(),
                failures);
    }

    private static Stream<SchemaObject> sides(Difference difference, Schema expected, Schema actual) {
        return Stream.of(expected.object(difference.path()), actual.object(difference.path()))
                .flatMap(Optional::stream);
    }
}
