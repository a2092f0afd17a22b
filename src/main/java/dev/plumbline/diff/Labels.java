package dev.plumbline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The labels of an enum. */
final class Labels {

    private static final String FACT = "labels";
    private static final Pattern LABEL = Pattern.compile("'(?:[^']|'')*'");

    private Labels() {}

    /**
     * Those that are others now, each with what stands in its place: between the same two that are as they were, as many have gone
     * as have come.
     */
    static Map<String, String> renamed(Difference difference) {
        List<String> before = all(difference.expected().getOrDefault(FACT, ""));
        List<String> after = all(difference.actual().getOrDefault(FACT, ""));
        List<List<String>> gone = gaps(before, after);
        List<List<String>> come = gaps(after, before);
        return gone.size() != come.size()
                ? Map.of()
                : IntStream.range(0, gone.size())
                        .filter(gap -> gone.get(gap).size() == come.get(gap).size())
                        .mapToObj(gap -> IntStream.range(0, gone.get(gap).size())
                                .mapToObj(i -> Map.entry(
                                        gone.get(gap).get(i), come.get(gap).get(i))))
                        .flatMap(Function.identity())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those that the other list does not have: before the first that it has, between that and the second, and so on. */
    private static List<List<String>> gaps(List<String> labels, List<String> others) {
        var gaps = new ArrayList<List<String>>(List.of(new ArrayList<>()));
        for (String label : labels) {
            if (others.contains(label)) {
                gaps.add(new ArrayList<>());
            } else {
                gaps.get(gaps.size() - 1).add(label);
            }
        }
        return gaps;
    }

    private static List<String> all(String labels) {
        return LABEL.matcher(labels).results().map(MatchResult::group).toList();
    }
}
