package dev.plumbline.connection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads connection URIs; {@link DatabaseUrl#parse} is the way in. */
final class DatabaseUrlParser {

    private static final Pattern FORM =
            Pattern.compile("(?<scheme>[^:/?#]+)://(?<authority>[^/?]*)(/(?<database>[^?]*))?(\\?(?<query>.*))?");
    private static final Pattern HOST = Pattern.compile("(?<host>\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]/]+)(:(?<port>.*))?");
    private static final Set<String> SCHEMES = Set.of("postgres", "postgresql");
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    /** Those that both drivers honour. */
    private static final Set<String> HONOURED =
            Set.of(DatabaseUrl.SSL_MODE, DatabaseUrl.ROOT_CERTIFICATE, DatabaseUrl.APPLICATION_NAME, "options");

    /** Those that tools put there for their own connection pools, and that mean nothing to anybody else. */
    private static final Set<String> OTHERS = Set.of(
            "pgbouncer",
            "connection_limit",
            "pool_timeout",
            "connect_timeout",
            "schema",
            "supa",
            "statement_cache_size");

    private static final int DEFAULT_PORT = 5432;
    private static final int LAST_PORT = 65_535;

    private DatabaseUrlParser() {}

    static DatabaseUrl parse(String uri) {
        Matcher form = FORM.matcher(uri.strip());
        if (!form.matches() || !SCHEMES.contains(form.group("scheme"))) {
            throw malformed("the scheme", "it must begin with postgresql:// or postgres://");
        }
        String authority = form.group("authority");
        int at = authority.lastIndexOf('@');
        if (at < 0) {
            throw malformed("the user", "there must be a user before an @ and the host");
        }
        String[] login = authority.substring(0, at).split(":", 2);
        String user = decoded(login[0], "the user");
        if (user.isEmpty()) {
            throw malformed("the user", "it is empty");
        }
        Optional<String> password = login.length == 2 ? Optional.of(password(login[1])) : Optional.empty();
        Matcher place = HOST.matcher(authority.substring(at + 1));
        if (authority.substring(at + 1).contains(",")) {
            throw malformed("the host", "one host is supported, and there are several");
        }
        if (!place.matches()) {
            throw malformed("the host", "it must be a name, an IPv4 address, or an IPv6 address in brackets");
        }
        String rest = Optional.ofNullable(form.group("database")).orElse("");
        if (rest.contains("@")) {
            throw malformed("the database", "there is an @ in it; or a slash in the password, where it is %2F");
        }
        String database = decoded(rest, "the database");
        return new DatabaseUrl(
                user,
                password.filter(p -> !p.isEmpty()),
                decoded(place.group("host"), "the host"),
                port(place.group("port")),
                database.isEmpty() ? user : database,
                parameters(Optional.ofNullable(form.group("query")).orElse("")));
    }

    private static IllegalArgumentException malformed(String part, String why) {
        return new IllegalArgumentException(part + " is malformed: " + why
                + " (postgresql://user:password@host:5432/database?sslmode=require; a special character in the password"
                + " is written with a percent sign, as %40 for @)");
    }

    private static String password(String encoded) {
        if (encoded.equals("[YOUR-PASSWORD]")) {
            throw malformed("the password", "it is still the placeholder that Supabase shows in its place");
        }
        return decoded(encoded, "the password");
    }

    /** Percent-decodes; a plus sign stands for itself. */
    private static String decoded(String encoded, String part) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed(
                    part, "a percent sign must be followed by two hexadecimal digits; a percent sign itself is %25");
        }
    }

    private static int port(String digits) {
        if (digits == null || digits.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (digits.matches("\\d{1,5}") && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= LAST_PORT) {
            return Integer.parseInt(digits);
        }
        throw malformed("the port", "it must be a number from 1 to " + LAST_PORT);
    }

    private static SortedMap<String, String> parameters(String query) {
        var parameters = new TreeMap<String, String>();
        for (String pair : query.split("&")) {
            String[] sides = pair.split("=", 2);
            String name = decoded(sides[0], "a parameter");
            if (HONOURED.contains(name) && sides.length == 2) {
                parameters.put(name, decoded(sides[1], "the parameter " + name));
            } else if (!pair.isEmpty() && !OTHERS.contains(name)) {
                throw malformed(
                        "a parameter",
                        "those that can be honoured are "
                                + HONOURED.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        if (!SSL_MODES.contains(parameters.getOrDefault(DatabaseUrl.SSL_MODE, DatabaseUrl.DEFAULT_SSL_MODE))) {
            throw malformed(
                    "the parameter sslmode",
                    "it must be one of " + SSL_MODES.stream().sorted().collect(Collectors.joining(", ")));
        }
        return parameters;
    }
}
