package dev.plumbline.diff;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The labels of an enum. */
final class Labels {

    private static final String FACT = "labels";
    private static final Pattern LABEL = Pattern.compile("'(?:[^']|'')*'");

    private Labels() {}

    /** Those that are others now, each with what stands in its place; none where there are more, or fewer. */
    static Map<String, String> renamed(Difference difference) {
        List<String> before = all(difference.expected().getOrDefault(FACT, ""));
        List<String> after = all(difference.actual().getOrDefault(FACT, ""));
        return before.size() != after.size()
                ? Map.of()
                : IntStream.range(0, before.size())
                        .filter(i -> !before.get(i).equals(after.get(i)))
                        .filter(i -> !before.contains(after.get(i)))
                        .boxed()
                        .collect(Collectors.toMap(before::get, after::get));
    }

    private static List<String> all(String labels) {
        return LABEL.matcher(labels).results().map(MatchResult::group).toList();
    }
}
