package dev.plumbline.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a statement, as PostgreSQL's own scanner would cut it as far as that matters here.
 *
 * @param text all of it: those of a statement, one after the other, are the statement
 * @param content what a literal stands for, still escaped; of others the text
 */
public record SqlToken(Kind kind, String text, String content) {

    public enum Kind {
        /** A name, a keyword or a number. */
        WORD,
        /** In quotes or between dollars. */
        LITERAL,
        COMMENT,
        SPACE,
        /** One character of another sort. */
        OTHER
    }

    public static List<SqlToken> of(String sql) {
        var tokens = new ArrayList<SqlToken>();
        for (int from = 0; from < sql.length(); ) {
            SqlToken next = at(sql, from);
            tokens.add(next);
            from += next.text.length();
        }
        return tokens;
    }

    /** The text that a literal stands for, but for what a backslash says. */
    String value() {
        return isDollarQuoted() ? content : content.replace("''", "'");
    }

    boolean isDollarQuoted() {
        return kind == Kind.LITERAL && text.startsWith("$");
    }

    private static SqlToken at(String sql, int from) {
        char c = sql.charAt(from);
        if (Character.isWhitespace(c)) {
            return of(Kind.SPACE, sql, from, from + 1);
        }
        if (sql.startsWith("--", from)) {
            int end = sql.indexOf('\n', from);
            return of(Kind.COMMENT, sql, from, end < 0 ? sql.length() : end);
        }
        if (sql.startsWith("/*", from)) {
            return of(Kind.COMMENT, sql, from, endOfComment(sql, from));
        }
        if (c == '"') {
            return of(Kind.WORD, sql, from, endOfQuotes(sql, from, '"', false));
        }
        if (c == '$') {
            return dollars(sql, from);
        }
        int prefix = prefix(sql, from);
        if (prefix >= 0) {
            int end = endOfQuotes(
                    sql, from + prefix, '\'', sql.substring(from, from + prefix).equalsIgnoreCase("e"));
            return literal(sql, from, end, from + prefix + 1, 1);
        }
        int end = from;
        while (end < sql.length() && isOfWord(sql.charAt(end))) {
            end++;
        }
        return of(end > from ? Kind.WORD : Kind.OTHER, sql, from, Math.max(end, from + 1));
    }

    /** The length of what stands before the quote of a literal, such as E; negative if there is none. */
    private static int prefix(String sql, int from) {
        String start = sql.substring(from, Math.min(from + 3, sql.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("'")) {
            return 0;
        }
        return start.equals("u&'") ? 2 : start.matches("(?s)[ebxn]'.*") ? 1 : -1;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** They can stand in each other. */
    private static int endOfComment(String sql, int from) {
        int depth = 0;
        for (int i = from; i < sql.length() - 1; i++) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }

    /** A quote in it is written twice. */
    private static int endOfQuotes(String sql, int quote, char with, boolean escapes) {
        for (int i = quote + 1; i < sql.length(); i++) {
            if (escapes && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == with) {
                if (i + 1 == sql.length() || sql.charAt(i + 1) != with) {
                    return i + 1;
                }
                i++;
            }
        }
        return sql.length();
    }

    private static SqlToken dollars(String sql, int from) {
        int open = from + 1;
        while (open < sql.length() && isOfWord(sql.charAt(open)) && sql.charAt(open) != '$') {
            open++;
        }
        if (open == sql.length() || sql.charAt(open) != '$' || Character.isDigit(sql.charAt(from + 1))) {
            return of(Kind.OTHER, sql, from, from + 1);
        }
        String tag = sql.substring(from, open + 1);
        int close = sql.indexOf(tag, open + 1);
        int end = close < 0 ? sql.length() : close + tag.length();
        return literal(sql, from, end, open + 1, tag.length());
    }

    /** One that does not end is the rest. */
    private static SqlToken literal(String sql, int from, int end, int start, int close) {
        return new SqlToken(
                Kind.LITERAL,
                sql.substring(from, end),
                sql.substring(Math.min(start, end), Math.max(start, end - close)));
    }

    private static SqlToken of(Kind kind, String sql, int from, int end) {
        return new SqlToken(kind, sql.substring(from, end), sql.substring(from, end));
    }
}
