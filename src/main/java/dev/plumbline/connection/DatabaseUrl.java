package dev.plumbline.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A connection URI as libpq understands it and Supabase shows it:
 * {@code postgresql://user:password@host:port/database?sslmode=require}, see "Connection URIs" in PostgreSQL's manual.
 *
 * @param host a name or an address; that of IPv6 in its brackets
 * @param parameters those after the question mark that both drivers can honour; require with a root certificate is verify-ca, see
 *     "Client Verification of Server Certificates" in PostgreSQL's manual
 */
public record DatabaseUrl(
        String user,
        Optional<String> password,
        String host,
        int port,
        String database,
        SortedMap<String, String> parameters) {

    static final String SSL_MODE = "sslmode";
    private static final String NO_CERTIFICATE =
            "the file of the parameter sslrootcert has no certificate in it (PEM, with BEGIN CERTIFICATE)";

    static final String ROOT_CERTIFICATE = "sslrootcert";
    static final String APPLICATION_NAME = "application_name";
    static final String DEFAULT_SSL_MODE = "prefer";

    public DatabaseUrl {
        var all = new TreeMap<>(parameters);
        if (all.containsKey(ROOT_CERTIFICATE)) {
            all.replace(SSL_MODE, "require", "verify-ca");
        }
        parameters = Collections.unmodifiableSortedMap(all);
    }

    /**
     * Reads a URI.
     *
     * @throws IllegalArgumentException if it is malformed; the message names the part and repeats none of it, for any
     *     part of a malformed URI may be a piece of the password
     */
    public static DatabaseUrl parse(String uri) {
        return DatabaseUrlParser.parse(uri);
    }

    /** The settings of Quarkus by which both drivers go where this URI points. */
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("quarkus.datasource.username", user);
        password.ifPresent(p -> settings.put("quarkus.datasource.password", p));
        settings.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + place() + query(Map.of(APPLICATION_NAME, "ApplicationName"), Set.of()));
        settings.put(
                "quarkus.datasource.reactive.url",
                "postgresql://" + place() + query(Map.of(), Set.of(ROOT_CERTIFICATE)));
        settings.putAll(trust());
        return settings;
    }

    private String place() {
        return host + ":" + port + "/" + encoded(database);
    }

    private String query(Map<String, String> renamed, Set<String> without) {
        var all = new TreeMap<>(parameters);
        all.putIfAbsent(SSL_MODE, DEFAULT_SSL_MODE);
        all.putIfAbsent(APPLICATION_NAME, "plumbline");
        all.keySet().removeAll(without);
        return all.entrySet().stream()
                .map(p -> renamed.getOrDefault(p.getKey(), p.getKey()) + "=" + encoded(p.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** libpq checks no certificate below verify-ca; the reactive driver does unless it is told not to. */
    private Map<String, String> trust() {
        String mode = parameters.getOrDefault(SSL_MODE, DEFAULT_SSL_MODE);
        if (!mode.startsWith("verify")) {
            return Map.of("quarkus.datasource.reactive.trust-all", "true");
        }
        var trust = new TreeMap<String, String>();
        if (parameters.containsKey(ROOT_CERTIFICATE)) {
            trust.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
            trust.put("quarkus.datasource.reactive.trust-certificate-pem.certs", parameters.get(ROOT_CERTIFICATE));
        }
        if (mode.equals("verify-full")) {
            trust.put("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
        }
        return trust;
    }

    /** What keeps the server's certificate from being verified as sslmode asks; empty if nothing does. */
    Optional<String> distrust() {
        if (!parameters.getOrDefault(SSL_MODE, DEFAULT_SSL_MODE).startsWith("verify")) {
            return Optional.empty();
        }
        if (!parameters.containsKey(ROOT_CERTIFICATE)) {
            return Optional.of(
                    "the parameter sslrootcert is missing: sslmode verify-ca and verify-full need the file with the"
                            + " certificate of who has signed the server's");
        }
        try (InputStream in = Files.newInputStream(Path.of(parameters.get(ROOT_CERTIFICATE)))) {
            return CertificateFactory.getInstance("X.509")
                            .generateCertificates(in)
                            .isEmpty()
                    ? Optional.of(NO_CERTIFICATE)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.of("the file of the parameter sslrootcert cannot be read");
        } catch (CertificateException e) {
            return Optional.of(NO_CERTIFICATE);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "postgresql://" + encoded(user) + "@" + place();
    }
}
