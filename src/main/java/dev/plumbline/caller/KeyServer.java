package dev.plumbline.caller;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jboss.logging.Logger;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Asks a server for its keys. */
final class KeyServer implements SimpleGet {

    private static final Logger LOG = Logger.getLogger(KeyServer.class);
    /** What stands behind the name of an issuer in the address of what it says about itself (OpenID Connect Discovery 1.0, 4). */
    static final String DISCOVERY = "/.well-known/openid-configuration";

    private static final String ISSUER = "issuer";
    private static final String KEYS = "jwks_uri";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int OK = 200;

    /** In bytes. */
    private static final int LONGEST = 1 << 20;

    private final HttpClient http;
    private final Optional<Path> tokenFile;
    private volatile Failure last;

    /** @throws IllegalArgumentException if the certificates cannot be read */
    KeyServer(Optional<Path> certificates, Optional<Path> tokenFile) {
        var builder = HttpClient.newBuilder().connectTimeout(PATIENCE);
        certificates.map(KeyServer::trusting).ifPresent(builder::sslContext);
        this.http = builder.build();
        this.tokenFile = tokenFile;
    }

    /** Not for some time after it has failed: each time may take as long as it has patience, and many may want it. */
    @Override
    public SimpleResponse get(String location) throws IOException {
        Failure known = last;
        if (known != null && System.nanoTime() - known.at < PAUSE.toNanos()) {
            throw new IOException(known.why.getMessage(), known.why);
        }
        try {
            Answer answer = answer(location);
            Answer keys = location.endsWith(DISCOVERY)
                    ? answer(keysIn(answer.body, location.substring(0, location.length() - DISCOVERY.length())))
                    : answer;
            check(keys.body);
            return keys;
        } catch (IOException e) {
            last = new Failure(System.nanoTime(), e);
            LOG.warnf("the keys of %s cannot be had: %s", shown(location), why(e));
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Who is refused, or asks for a host that nobody knows, is not told so in words. */
    private static String why(IOException failure) {
        String words = Objects.requireNonNullElse(failure.getMessage(), "").replaceAll("\\R+", " ");
        return failure.getClass().getSimpleName() + (words.isEmpty() ? "" : ": " + words);
    }

    private Answer answer(String location) throws IOException, InterruptedException {
        HttpRequest request;
        try {
            request = request(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no URL for HTTP: " + shown(location), e);
        }
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new IOException("status " + answer.statusCode());
            }
            return new Answer(answer.headers(), text(body));
        }
    }

    /** The client's own timeout is over when it begins. */
    private static String text(InputStream body) throws IOException {
        var late = CompletableFuture.runAsync(
                () -> close(body), CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        try {
            byte[] text = body.readNBytes(LONGEST + 1);
            if (text.length > LONGEST) {
                throw new IOException("it is longer than " + LONGEST + " bytes");
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw late.isDone() ? new IOException("it has not come within " + PATIENCE.toSeconds() + " s", e) : e;
        } finally {
            late.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param at by {@link System#nanoTime}: whoever sets the clock back would have it last
     */
    private record Failure(long at, IOException why) {}

    /** A page that says something else is no answer: tokens would be called bad for it. */
    private static void check(String keys) throws IOException {
        try {
            if (new JsonWebKeySet(keys).getJsonWebKeys().isEmpty()) {
                throw new IOException("there is no key in them");
            }
        } catch (JoseException e) {
            throw new IOException("they are no JSON Web Key Set", e);
        }
    }

    /** Without what may be a secret. */
    private static String shown(String location) {
        return location.replaceFirst("[?#].*", "");
    }

    /** Where an issuer has its keys, if it is he who says so (OpenID Connect Discovery 1.0, 4.3). */
    private static String keysIn(String document, String issuer) throws IOException {
        Map<String, Object> told;
        try {
            told = JsonUtil.parseJson(document);
        } catch (JoseException e) {
            throw new IOException("it is no JSON", e);
        }
        if (!(told.get(ISSUER) instanceof String name)
                || !name.replaceFirst("/+$", "").equals(issuer)) {
            throw new IOException("its " + ISSUER + " is another");
        }
        if (!(told.get(KEYS) instanceof String location)) {
            throw new IOException("it has no " + KEYS);
        }
        return location;
    }

    private HttpRequest request(String location) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(location)).timeout(PATIENCE);
        if (tokenFile.isPresent() && !isSecret(URI.create(location))) {
            throw new IOException("the token in token-file is shown over HTTPS only");
        }
        if (tokenFile.isPresent()) {
            request.header(
                    "Authorization",
                    "Bearer " + Files.readString(tokenFile.get()).strip());
        }
        return request.build();
    }

    /** Whether nobody between can read or change what is sent. */
    static boolean isSecret(URI location) {
        return "https".equalsIgnoreCase(location.getScheme()) || LOOPBACK.contains(location.getHost());
    }

    private static SSLContext trusting(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry(Integer.toString(store.size()), one);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no certificates can be read from " + file, e);
        }
    }

    private record Answer(HttpHeaders headers, String body) implements SimpleResponse {

        @Override
        public int getStatusCode() {
            return OK;
        }

        @Override
        public String getStatusMessage() {
            return "";
        }

        @Override
        public java.util.Collection<String> getHeaderNames() {
            return headers.map().keySet();
        }

        @Override
        public List<String> getHeaderValues(String name) {
            return Map.copyOf(headers.map()).getOrDefault(name, List.of());
        }

        @Override
        public String getBody() {
            return body;
        }
    }
}
