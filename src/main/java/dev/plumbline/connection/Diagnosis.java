package dev.plumbline.connection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What is wrong with a database and can be mended by people, from the most special on. Docs/problems.md has the same words. */
public enum Diagnosis {
    IPV6_ONLY(
            (state, text) -> Words.isOutside(state)
                    && text.contains(".supabase.co")
                    && Words.NO_WAY.matcher(text).find(),
            "The direct host of a Supabase project has an IPv6 address only, and none while the project is paused: restore the"
                    + " project, or take the pooler's URI from Connect in its dashboard"
                    + " (postgresql://postgres.<project>:<password>@aws-0-<region>.pooler.supabase.com:5432/postgres)"),
    PROJECT_PAUSED(
            (state, text) -> text.contains("tenant or user not found"),
            "The pooler does not know the project: restore it if it is paused; else see that the user is postgres.<project> and"
                    + " that the host is that of the project's own region"),
    UNKNOWN_HOST(
            (state, text) ->
                    Words.isOutside(state) && Words.UNKNOWN_HOST.matcher(text).find(),
            "See that DATABASE_URL has the host as it is written, and that names can be looked up from here"),
    TLS(
            (state, text) -> Words.isOutside(state) && Words.TLS.matcher(text).find(),
            "See what sslmode DATABASE_URL has: require needs a server with TLS; verify-ca and verify-full need sslrootcert with"
                    + " the certificate of who has signed the server's, and verify-full the host's name in it. With prefer, the default, a"
                    + " server that wants TLS says this where it has refused the login with TLS, such as for a wrong password: with"
                    + " require it says why"),
    CONNECTION_REFUSED(
            (state, text) ->
                    Words.isOutside(state) && Words.REFUSED.matcher(text).find(),
            "See that the database runs and listens, that DATABASE_URL has its host and port, and that no firewall is between"),
    CONNECTION_CUT(
            (state, text) -> Words.isOutside(state) && Words.CUT.matcher(text).find(),
            "The other side has ended the connection: the server was restarted or killed, or what answers at that address is no"
                    + " PostgreSQL, or a load balancer or a pooler that has no database behind it"),
    NO_ANSWER(
            (state, text) ->
                    Words.isOutside(state) && Words.SILENCE.matcher(text).find(),
            "See that it is a PostgreSQL that listens at the host and port in DATABASE_URL, that the network lets its answers"
                    + " through, and that the server is not overloaded"),
    NOT_ACCEPTING_CONNECTIONS(
            (state, text) -> state.equals("55000") && text.contains("not currently accepting connections"),
            "Let people in again (alter database ... allow_connections true), or name another database in DATABASE_URL"),
    TOO_MANY_CONNECTIONS(
            (state, text) -> state.equals("53300"),
            "End connections that are not needed, or connect through a pooler in session mode"),
    NO_SUCH_DATABASE((state, text) -> state.equals("3D000"), "See that DATABASE_URL names a database that there is"),
    LOGIN_REFUSED(
            (state, text) -> state.startsWith("28"),
            "See that DATABASE_URL has the right user and password, with special characters percent-encoded; on Supabase the"
                    + " password is that of the database, not a key, and the pooler's user is postgres.<project>"),
    PERMISSION_DENIED(
            (state, text) -> state.equals("42501"),
            "Grant the privilege to the user in DATABASE_URL, or connect as the owner; no key of an API, be it the anon key or"
                    + " that of the service role, is a login of the database"),
    READ_ONLY(
            (state, text) -> state.equals("25006") || text.contains("during recovery"),
            "Name the primary in DATABASE_URL, if this is a standby; or have the database and the role of DATABASE_URL write:"
                    + " alter database ... reset default_transaction_read_only, alter role ... reset default_transaction_read_only"),
    EXTENSION_MISSING(
            (state, text) -> Words.EXTENSION.matcher(text).find(),
            "Install the extension on the server, or enable it (on Supabase under Database, Extensions), or have no migration"
                    + " create it"),
    NAME_TAKEN(
            (state, text) -> Words.TAKEN.matcher(state).matches(),
            "Something else has this name: GET /schema/objects?name= shows it. Rename or drop it, or give what is created another"
                    + " name"),
    SYNTAX_ERROR(
            (state, text) -> state.equals("42601"),
            "Correct the script at the line that is named; it has changed nothing that it did in a transaction"),
    NEEDS_NO_TRANSACTION(
            (state, text) -> state.equals("25001") && text.contains("inside a transaction block"),
            "give what cannot run in a transaction a script of its own, and beside it a file of the same name with .conf behind"
                    + " it, in which stands executeInTransaction=false"),
    DISK_FULL((state, text) -> state.equals("53100"), "make room on the server's disk, and start another run");

    private final BiPredicate<String, String> sign;
    private final String remedy;

    Diagnosis(BiPredicate<String, String> sign, String remedy) {
        this.sign = sign;
        this.remedy = remedy;
    }

    /**
     * @param state the SQLSTATE; empty if there is none
     * @param message what the driver or the server says
     */
    static Optional<Diagnosis> of(String state, String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(one -> one.sign.test(state, text)).findFirst();
    }

    /** The type of the problem, as over HTTP. */
    public String type() {
        return "urn:plumbline:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is called. */
    public String title() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public String remedy() {
        return remedy;
    }

    /** Of what drivers and servers say, in English, as they do by default. */
    private static final class Words {

        private static final Pattern UNKNOWN_HOST =
                Pattern.compile("host is not known|unknownhost|failed to resolve|name or service not known");
        private static final Pattern NO_WAY =
                Pattern.compile(UNKNOWN_HOST.pattern() + "|network is unreachable|no route to host");
        private static final Pattern TLS =
                Pattern.compile("\\bssl\\b(?! encryption)|\\btls\\b|certificate|pkix|no encryption");
        private static final Pattern REFUSED = Pattern.compile(
                "connection refused|connection timed out|network is unreachable|no route to host|connect timed out");
        private static final Pattern CUT = Pattern.compile("eofexception|closedconnectionexception|connection reset");
        private static final Pattern SILENCE = Pattern.compile("timeoutexception|connection attempt timed out");
        private static final Pattern EXTENSION = Pattern.compile(
                "extension \"[^\"]*\" is not available|extension control file|extension \"[^\"]*\" does not exist");
        /** Whether it has not come to a statement, which can have any of the words in it. */
        private static boolean isOutside(String state) {
            return state.isEmpty() || state.startsWith("08") || state.startsWith("28");
        }

        private static final Pattern TAKEN = Pattern.compile("42P0[3-7]|427(01|10|12|23)");
    }
}
