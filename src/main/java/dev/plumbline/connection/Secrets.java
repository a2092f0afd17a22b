package dev.plumbline.connection;

import dev.plumbline.connection.SqlToken.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must not be shown of a script: placeholders that are called so, and whatever a statement quotes that has a word of a
 * secret in it. Which of its literals is one is not always to be told, so that rather too many are hidden than one too few.
 */
public final class Secrets {

    private static final String HIDDEN = "***";

    /** As the catalog's queries write it. */
    private static final String SECRET = "(secret)";

    private static final String WORDS = "password|passwd|passphrase|passfile|pwd|secret|token|credential|api_?key";

    private static final Pattern TELLING = Pattern.compile(WORDS + "|private", Pattern.CASE_INSENSITIVE);

    /** Also what connects to another server, and what makes or takes a key. */
    private static final Pattern TELLING_IN_SQL = Pattern.compile(
            WORDS + "|private_?key|\\bconnection\\b|conninfo|dblink|crypt|user\\s+mapping", Pattern.CASE_INSENSITIVE);

    /** Without quotes. */
    private static final Pattern SET = Pattern.compile(
            "(\\bset\\s+[\\w.\"]*(?:" + WORDS + ")[\\w.\"]*\\s*(?:=|\\bto\\b)\\s*)([^\\s';]+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_URL = Pattern.compile("(://[^\\s/:@']*:)[^\\s/@']+(?=@)");

    /**
     * Keys that are known by how they begin: of JWT, GitHub, GitLab, Stripe, Standard Webhooks, Slack, AWS, Google, OpenAI, SendGrid,
     * npm, Vault and Supabase.
     */
    private static final Pattern KEY = Pattern.compile(
            "\\b(?:eyJ[\\w-]{8,}\\.[\\w.-]+|gh[pousr]_\\w{8,}|github_pat_\\w{8,}|glpat-[\\w-]{8,}|[sr]k_(?:live|test)_\\w{8,}|whsec_[\\w+/=]{8,}"
                    + "|xox[abeprs]-[\\w-]{8,}|xapp-[\\w-]{8,}|A[KS]IA[A-Z0-9]{12,}|AIza[\\w-]{30,}|sk-[\\w-]{20,}|SG\\.[\\w-]{16,}[\\w.-]*"
                    + "|npm_\\w{20,}|hvs\\.[\\w-]{20,}|sbp_\\w{20,}|sb_secret_[\\w-]{8,}"
                    + "|(?<=hooks\\.slack\\.com/services/|discord\\.com/api/webhooks/|discordapp\\.com/api/webhooks/)[\\w/-]+)");

    private static final Pattern IN_CODE = Pattern.compile(
            "\\s*(?:do|create\\s+(?:or\\s+replace\\s+)?(?:function|procedure))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BETWEEN = Pattern.compile("[=:>(]|to", Pattern.CASE_INSENSITIVE);

    /** What is shorter would be found everywhere. */
    private static final int SHORTEST = 4;

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

    /** A definition without what is a key or the password of a URL for certain: all else of it has to be seen. */
    public static String hideKeys(String definition) {
        return KEY.matcher(IN_URL.matcher(definition).replaceAll("$1" + SECRET)).replaceAll(SECRET);
    }

    /** The same of each of the values. */
    public static SortedMap<String, String> hideKeys(Map<String, String> definitions) {
        var hidden = new TreeMap<String, String>(definitions);
        hidden.replaceAll((name, definition) -> hideKeys(definition));
        return hidden;
    }

    /** The text with its secrets hidden. */
    public String hide(String sql) {
        String text = TELLING_IN_SQL.matcher(sql).find() ? withoutLiterals(sql) : sql;
        text = SET.matcher(text).replaceAll("$1" + HIDDEN);
        return withoutValues(IN_URL.matcher(text).replaceAll("$1" + HIDDEN));
    }

    /** What is said of a statement, without what is hidden in that. */
    public String hide(String message, String sql) {
        String text = message;
        for (String literal : hidden(sql).toList()) {
            text = text.replace(literal, HIDDEN);
        }
        return withoutValues(IN_URL.matcher(text).replaceAll("$1" + HIDDEN));
    }

    /** Whether there is one for certain: the value of such a placeholder, or what follows a word that tells of one. */
    public boolean areIn(String sql) {
        if (!withoutValues(IN_URL.matcher(sql).replaceAll("$1" + HIDDEN)).equals(sql)
                || SET.matcher(sql).find()) {
            return true;
        }
        boolean told = false;
        for (SqlToken token : SqlToken.of(sql)) {
            if (token.kind() == Kind.LITERAL) {
                if (told && !token.content().isEmpty() || areIn(token.value())) {
                    return true;
                }
            } else if (token.kind() == Kind.WORD || token.kind() == Kind.OTHER) {
                told = TELLING_IN_SQL.matcher(token.text()).find()
                        || told && BETWEEN.matcher(token.text()).matches();
            }
        }
        return false;
    }

    private String withoutValues(String sql) {
        String text = sql;
        for (String value : values) {
            text = text.replace(value, HIDDEN);
        }
        return text;
    }

    private static String withoutLiterals(String sql) {
        boolean isCode = IN_CODE.matcher(sql).matches();
        return SqlToken.of(sql).stream()
                .map(token -> switch (token.kind()) {
                    case LITERAL ->
                        isCode && token.isDollarQuoted()
                                ? body(token)
                                : token.content().isEmpty() ? token.text() : "'" + HIDDEN + "'";
                    case COMMENT -> comment(token.text());
                    case WORD, SPACE, OTHER -> token.text();
                })
                .collect(Collectors.joining());
    }

    /** A block of code is a literal with literals in it. */
    private static String body(SqlToken token) {
        int start = token.text().indexOf(token.content(), 1);
        return token.text().substring(0, start)
                + withoutLiterals(token.content())
                + token.text().substring(start + token.content().length());
    }

    private static String comment(String text) {
        return !TELLING_IN_SQL.matcher(text).find()
                ? text
                : text.startsWith("--") ? "-- " + HIDDEN : "/* " + HIDDEN + " */";
    }

    private static Stream<String> hidden(String sql) {
        if (!TELLING_IN_SQL.matcher(sql).find()) {
            return Stream.empty();
        }
        boolean isCode = IN_CODE.matcher(sql).matches();
        return SqlToken.of(sql).stream()
                .filter(token -> token.kind() == Kind.LITERAL)
                .map(SqlToken::value)
                .flatMap(value -> Stream.concat(isCode ? Stream.empty() : Stream.of(value), within(value)))
                .filter(content -> content.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed());
    }

    private static Stream<String> within(String content) {
        return SqlToken.of(content).stream()
                .filter(token -> token.kind() == Kind.LITERAL)
                .map(SqlToken::value);
    }
}
