package dev.plumbline.schema;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern of names: {@code *} is any text, also none, and {@code ?} any one character. */
public final class Glob {

    private static final Pattern PARTS = Pattern.compile("[*?]|[^*?]+");

    private final Pattern pattern;

    public Glob(String text) {
        this.pattern = Pattern.compile(
                PARTS.matcher(text)
                        .results()
                        .map(part -> switch (part.group()) {
                            case "*" -> ".*";
                            case "?" -> ".";
                            default -> Pattern.quote(part.group());
                        })
                        .collect(Collectors.joining()),
                Pattern.DOTALL);
    }

    /** Whether the whole of a name is as the pattern says. */
    public boolean fits(String name) {
        return pattern.matcher(name).matches();
    }
}
