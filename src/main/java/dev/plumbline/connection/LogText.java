package dev.plumbline.connection;

/** Text from a database on its way into a log or a terminal. */
public final class LogText {

    private LogText() {}

    /** On one line: a name or a message in PostgreSQL may hold a line break, and so could forge lines of a log. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{C}\u2028\u2029]", "?");
    }
}
