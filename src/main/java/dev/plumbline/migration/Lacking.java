package dev.plumbline.migration;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which privilege on what somebody lacks: PostgreSQL names the object only, and the statement says what for. */
final class Lacking {

    private static final Pattern DENIED = Pattern.compile("permission denied for ([a-z -]+) (\\S+)$");
    private static final Pattern NOT_OWNER = Pattern.compile("must be owner of ([a-z -]+) (\\S+)$");
    private static final Pattern VERB = Pattern.compile("\\s*(select|insert|update|delete|truncate)\\b");
    private static final String CONNECT = ", or connect as who owns it";

    private Lacking() {}

    /**
     * @param message the server's, in English
     * @param statement what was refused; empty if that is not known
     * @return what to do about it; empty if the message does not tell
     */
    static Optional<String> remedy(String message, String statement) {
        Matcher owner = NOT_OWNER.matcher(message);
        if (owner.find()) {
            return Optional.of("Only who owns the " + owner.group(1) + " " + owner.group(2)
                    + " may do that: connect as that role, or make the user in DATABASE_URL a member of it");
        }
        Matcher denied = DENIED.matcher(message);
        if (!denied.find()) {
            return Optional.empty();
        }
        String object = denied.group(1) + " " + denied.group(2);
        return Optional.of(
                "The user in DATABASE_URL lacks " + privilege(denied.group(1), statement.toLowerCase(Locale.ROOT))
                        + " on " + object + ": grant it" + CONNECT);
    }

    private static String privilege(String kind, String statement) {
        return switch (kind) {
            case "schema" -> "CREATE (or USAGE, to use what is there)";
            case "database" -> "CREATE";
            case "function", "procedure", "aggregate", "routine" -> "EXECUTE";
            case "table", "view", "materialized view", "foreign table", "sequence", "column" ->
                onTable(kind, statement);
            default -> "USAGE";
        };
    }

    private static String onTable(String kind, String statement) {
        Matcher verb = VERB.matcher(statement);
        if (kind.equals("sequence")) {
            return "USAGE";
        }
        if (verb.lookingAt()) {
            return verb.group(1).toUpperCase(Locale.ROOT);
        }
        return statement.contains("references") ? "REFERENCES" : "the privilege for what the statement does there";
    }
}
