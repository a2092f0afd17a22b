package dev.plumbline.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kinds of object that are read and compared, in the order in which they are reported.
 *
 * <p>A constant and {@code catalog/<file>.sql} are all that a kind is.
 */
public enum Kind {
    ROLE,
    ROLE_ATTRIBUTE,
    MEMBERSHIP,
    DATABASE,
    SCHEMA,
    EXTENSION,
    STRAY,
    COLLATION,
    ENUM,
    DOMAIN,
    COMPOSITE_TYPE,
    RANGE_TYPE,
    FOREIGN_DATA_WRAPPER,
    SERVER,
    USER_MAPPING,
    SEQUENCE,
    TABLE,
    FOREIGN_TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX,
    STATISTICS,
    POLICY,
    RULE,
    TRIGGER,
    VIEW,
    MATERIALIZED_VIEW,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    EVENT_TRIGGER,
    PUBLICATION,
    PUBLICATION_MEMBER,
    PRIVILEGE,
    DEFAULT_PRIVILEGE;

    private static final Map<String, List<Kind>> BY_FIRST_WORD = Arrays.stream(values())
            .sorted((a, b) -> b.label.length() - a.label.length())
            .collect(Collectors.groupingBy(kind -> firstWord(kind.label)));

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** The word that a path begins with: {@code table}, {@code materialized view}. */
    public String label() {
        return label;
    }

    /** The name of the resource with the query that reads this kind, without its folder. */
    public String file() {
        return name().toLowerCase(Locale.ROOT) + ".sql";
    }

    /**
     * The kind that a path names.
     *
     * @throws IllegalArgumentException if the path does not begin with a kind
     */
    public static Kind of(String path) {
        for (Kind kind : BY_FIRST_WORD.getOrDefault(firstWord(path), List.of())) {
            if (path.startsWith(kind.label)
                    && (path.length() == kind.label.length() || path.charAt(kind.label.length()) == ' ')) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of object begins the path: " + path);
    }

    private static String firstWord(String text) {
        int end = text.indexOf(' ');
        return end < 0 ? text : text.substring(0, end);
    }
}
