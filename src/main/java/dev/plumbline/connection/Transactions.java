package dev.plumbline.connection;

import java.util.regex.Pattern;

/** What statements do to the transaction that they are in. */
public final class Transactions {

    private static final Pattern ENDING = Pattern.compile(
            "^(?:\\s|--[^\\n]*\\n|/\\*(?s:.*?)\\*/)*"
                    + "(?:commit|end|abort|prepare\\s+transaction|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Transactions() {}

    /** Whether the statement ends the transaction, so that what comes after it is in another. */
    public static boolean isEndedBy(String statement) {
        return ENDING.matcher(statement).matches();
    }
}
