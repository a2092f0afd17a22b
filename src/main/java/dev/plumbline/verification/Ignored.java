package dev.plumbline.verification;

import dev.plumbline.diff.Difference;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Differences that nobody wants to hear of, by globs on their paths: {@code *} is any text, {@code ?} any character. */
final class Ignored {

    private static final Pattern WILDCARDS = Pattern.compile("[*?]|[^*?]+");

    private final Map<String, Pattern> globs;

    Ignored(List<String> globs) {
        this.globs = globs.stream()
                .map(String::strip)
                .collect(Collectors.toMap(glob -> glob, Ignored::pattern, (one, same) -> one, TreeMap::new));
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                WILDCARDS
                        .matcher(glob)
                        .results()
                        .map(part -> switch (part.group()) {
                            case "*" -> ".*";
                            case "?" -> ".";
                            default -> Pattern.quote(part.group());
                        })
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }

    /**
     * Takes those away that a glob fits, with all that follows from them.
     *
     * @return how many each glob has taken; those that took none are in it as well
     */
    SortedMap<String, Long> takenFrom(SortedMap<Difference, List<Difference>> roots) {
        var taken = new TreeMap<String, Long>();
        globs.forEach((glob, pattern) -> {
            long before = roots.size();
            roots.keySet().removeIf(root -> pattern.matcher(root.path()).matches());
            taken.put(glob, before - roots.size());
        });
        return taken;
    }
}
