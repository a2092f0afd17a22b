package dev.plumbline.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must not be shown of a script: passwords, and placeholders that are called so. */
public final class Secrets {

    private static final String HIDDEN = "***";
    private static final Pattern TELLING = Pattern.compile(
            "password|passwd|pwd|secret|token|credential|apikey|api_key|private", Pattern.CASE_INSENSITIVE);

    /** In CREATE ROLE and USER MAPPING; what a subscription connects with. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?i)(\\b(?:password|connection|passfile)\\s+)(?:E?'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\2\\$)");

    private final List<String> values;

    /**
     * @param placeholders those of Flyway, by name
     */
    public Secrets(Map<String, String> placeholders) {
        values = placeholders.entrySet().stream()
                .filter(placeholder -> TELLING.matcher(placeholder.getKey()).find())
                .map(Map.Entry::getValue)
                .filter(value -> value != null && !value.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** The text with its secrets hidden. */
    public String hide(String sql) {
        String text =
                LITERAL.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "'" + HIDDEN + "'"));
        for (String value : values) {
            text = text.replace(value, HIDDEN);
        }
        return text;
    }
}
