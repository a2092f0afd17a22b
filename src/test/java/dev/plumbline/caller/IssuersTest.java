package dev.plumbline.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.testing.Tokens;
import dev.plumbline.testing.Until;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose token is accepted, and what it lets its bearer do. */
class IssuersTest {

    private static final String OWN = "https://issuer.example";
    private static final Set<Role> BOTH = Set.of(Role.READER, Role.OPERATOR);

    private static final int CALLERS = 100;
    private static final Semaphore LATER = new Semaphore(0);
    private static final AtomicInteger LATER_ASKED = new AtomicInteger();
    private static final AtomicInteger ONCE_ASKED = new AtomicInteger();
    private static final ExecutorService SERVING = Executors.newCachedThreadPool();

    private static RsaJsonWebKey key;
    private static HttpServer server;
    private static Issuers issuers;

    @BeforeAll
    static void serveKeys() throws IOException, JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("one");
        byte[] keys = new JsonWebKeySet(key)
                .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                .getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realm/.well-known/openid-configuration", exchange -> {
            byte[] where = ("{\"issuer\": \"" + url() + "/realm\", \"jwks_uri\": \"" + url() + "/keys\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, where.length);
            exchange.getResponseBody().write(where);
            exchange.close();
        });
        answer("/", keys);
        answer(
                "/stranger/.well-known/openid-configuration",
                ("{\"issuer\": \"https://accounts.example\", \"jwks_uri\": \"" + url() + "/keys\"}")
                        .getBytes(StandardCharsets.UTF_8));
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys, 0, 1);
            exchange.getResponseBody().flush();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(new byte[4096]);
            }
            exchange.close();
        });
        answer("/page", "<html>sign in</html>".getBytes(StandardCharsets.UTF_8));
        answer("/none", "{\"keys\": []}".getBytes(StandardCharsets.UTF_8));
        server.createContext("/once", exchange -> {
            exchange.getResponseHeaders().add("Cache-Control", "max-age=1");
            boolean first = ONCE_ASKED.incrementAndGet() == 1;
            exchange.sendResponseHeaders(first ? 200 : 410, first ? keys.length : -1);
            if (first) {
                exchange.getResponseBody().write(keys);
            }
            exchange.close();
        });
        server.createContext("/later", exchange -> {
            LATER_ASKED.incrementAndGet();
            LATER.acquireUninterruptibly();
            exchange.close();
        });
        server.setExecutor(SERVING);
        server.start();
        issuers = new Issuers(Optional.of(url()), Optional.of(Tokens.SECRET), config());
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        SERVING.shutdown();
    }

    private static void answer(String path, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static IssuersConfig config() {
        return config(Map.of(
                "plumbline.issuers.own.issuer", OWN,
                "plumbline.issuers.own.audience", "plumbline",
                "plumbline.issuers.own.jwks", url(),
                "plumbline.issuers.own.claim", "realm.roles",
                "plumbline.issuers.cluster.issuer", "https://kubernetes.default.svc",
                "plumbline.issuers.cluster.audience", "plumbline",
                "plumbline.issuers.cluster.jwks", url(),
                "plumbline.issuers.cluster.claim", "sub",
                "plumbline.issuers.cluster.operator", "system:serviceaccount:shop:deployer"));
    }

    private static IssuersConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(IssuersConfig.class, "plumbline.issuers")
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .build()
                .getConfigMapping(IssuersConfig.class, "plumbline.issuers");
    }

    private static Set<Role> roles(String token) {
        return issuers.recognise(token).orElseThrow().roles();
    }

    private static void isRefused(String token) {
        assertEquals(Optional.empty(), issuers.recognise(token));
    }

    private static JwtClaims ofProject(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(Map.of("iss", "supabase", "role", "service_role"));
        all.putAll(more);
        return Tokens.claims(all);
    }

    private static JwtClaims own(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(
                Map.of("iss", OWN, "aud", "plumbline", "realm", Map.of("roles", List.of("reader", "operator"))));
        all.putAll(more);
        return Tokens.claims(all);
    }

    private static String byKey(JwtClaims claims) {
        return Tokens.signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, key.getPrivateKey(), "one");
    }

    /** As "supabase start" and the containers make them. */
    @Test
    void theKeysOfAProjectOnOnesOwnMachineAreTheProjectsToo() {
        assertEquals(BOTH, roles(Tokens.signed(ofProject(Map.of("iss", "supabase-demo")), Tokens.SECRET)));
    }

    @Test
    void theServiceRoleIsBothAndThePublicKeysAreNeither() {
        assertEquals(BOTH, roles(Tokens.ofProject("service_role")));
        for (String role : List.of("anon", "authenticated")) {
            assertEquals(
                    new Caller(Set.of(), true),
                    issuers.recognise(Tokens.ofProject(role)).orElseThrow());
        }
        assertEquals(Set.of(), roles(Tokens.ofProject("postgres")));
    }

    @Test
    void aProjectsKeysAreAsGoodAsItsSecret() {
        assertEquals(BOTH, roles(byKey(ofProject(Map.of("iss", url() + "/auth/v1")))));
        assertEquals(BOTH, roles(Tokens.signed(ofProject(Map.of("iss", url() + "/auth/v1")), Tokens.SECRET)));
        isRefused(byKey(ofProject(Map.of())));
    }

    @Test
    void anotherIssuersRolesAreInTheClaimThatIsConfigured() {
        assertEquals(BOTH, roles(byKey(own(Map.of()))));
        assertEquals(Set.of(Role.READER), roles(byKey(own(Map.of("realm", Map.of("roles", "reader"))))));
        String account = byKey(Tokens.claims(Map.of(
                "iss", "https://kubernetes.default.svc",
                "aud", List.of("plumbline"),
                "sub", "system:serviceaccount:shop:deployer")));
        assertEquals(BOTH, roles(account));
    }

    @Test
    void anIssuerMaySayItselfWhereItsKeysAre() {
        String issuer = url() + "/realm";
        var discovered = new Issuers(
                Optional.empty(),
                Optional.empty(),
                config(Map.of("plumbline.issuers.o.issuer", issuer, "plumbline.issuers.o.audience", "plumbline")));
        assertEquals(
                Set.of(Role.READER),
                discovered
                        .recognise(byKey(own(Map.of("iss", issuer, "roles", List.of("reader")))))
                        .orElseThrow()
                        .roles());
    }

    @Test
    void whatAnotherSaysIsNotWhereItsKeysAre() {
        String issuer = url() + "/stranger";
        var discovered = new Issuers(
                Optional.empty(),
                Optional.empty(),
                config(Map.of("plumbline.issuers.o.issuer", issuer, "plumbline.issuers.o.audience", "plumbline")));
        String token = byKey(own(Map.of("iss", issuer, "roles", List.of("reader"))));
        assertThrows(KeysUnavailableException.class, () -> discovered.recognise(token));
    }

    /** Of a project of which nothing is known but the secret. */
    @Test
    void whoeverShowsAKeyThatEverybodyHasIsKnownForThat() {
        var issuers = new Issuers(Optional.empty(), Optional.of(Tokens.SECRET), config(Map.of()));
        String users = Tokens.signed(
                ofProject(Map.of(
                        "iss", "https://abc.supabase.co/auth/v1", "aud", "authenticated", "role", "service_role")),
                Tokens.SECRET);
        for (String shown : List.of(users, "sb_publishable_abc")) {
            assertEquals(Optional.of(new Caller(Set.of(), true)), issuers.recognise(shown));
        }
    }

    @Test
    void whereTheKeysCannotBeHadATokenIsNotCalledBad() {
        String gone = "http://localhost:1";
        var alone = new Issuers(Optional.of(gone), Optional.of(Tokens.SECRET), config());
        JwtClaims claims = ofProject(Map.of("iss", gone + "/auth/v1"));
        assertThrows(KeysUnavailableException.class, () -> alone.recognise(byKey(claims)));
        assertEquals(
                BOTH,
                alone.recognise(Tokens.signed(claims, Tokens.SECRET))
                        .orElseThrow()
                        .roles());
        assertEquals(Optional.empty(), alone.recognise(Tokens.signed(own(Map.of()), Tokens.SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/endless"})
    void whoeverServesKeysWithoutAnEndKeepsNobodyWaitingForThem(String path) {
        var issuers = own(path);
        String token = byKey(own(Map.of("roles", List.of("reader"))));
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(KeysUnavailableException.class, () -> issuers.recognise(token)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/none"})
    void whatIsNoSetOfKeysMakesNoTokenBad(String path) {
        var issuers = own(path);
        String token = byKey(own(Map.of("roles", List.of("reader"))));
        assertThrows(KeysUnavailableException.class, () -> issuers.recognise(token));
    }

    @Test
    void aServerThatSaysNothingKeepsOnlyAFewWaiting() throws InterruptedException {
        var issuers = own("/later");
        String token = byKey(own(Map.of("roles", List.of("reader"))));
        var refused = new AtomicInteger();
        ExecutorService callers = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    try {
                        issuers.recognise(token);
                    } catch (KeysUnavailableException e) {
                        refused.incrementAndGet();
                    }
                });
            }
            Until.isTrue(() -> refused.get() >= CALLERS - Keys.WAITING);
            assertEquals(1, LATER_ASKED.get());
        } finally {
            LATER.release();
            callers.shutdown();
            assertTrue(callers.awaitTermination(1, TimeUnit.MINUTES));
        }
    }

    @Test
    void keysThatWereHadOnceAreGoodWhereThereAreNoOthers() throws JoseException {
        var keys = new Keys(url() + "/once", new KeyServer(Optional.empty(), Optional.empty()), Duration.ZERO);
        var token = (JsonWebSignature) JsonWebStructure.fromCompactSerialization(byKey(own(Map.of())));
        Until.isTrue(() -> isResolved(keys, token) && ONCE_ASKED.get() > 1);
        assertTrue(isResolved(keys, token));
    }

    private static boolean isResolved(Keys keys, JsonWebSignature token) {
        try {
            return keys.resolveKey(token, List.of()).equals(key.getPublicKey());
        } catch (UnresolvableKeyException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClaimMayHaveDotsInItsName() {
        var issuers = own("", Map.of("plumbline.issuers.own.claim", "https://acme.example/roles"));
        assertEquals(
                Set.of(Role.READER),
                issuers.recognise(byKey(own(Map.of("https://acme.example/roles", List.of("reader")))))
                        .orElseThrow()
                        .roles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://u:s3cret@h/keys", "http://u:s3cret@h /keys"})
    void whereTheKeysAreIsNotShownIfItHoldsASecret(String url) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> own("", Map.of("plumbline.issuers.own.jwks", url)));
        assertEquals("plumbline.issuers.own.jwks is no URL, or has a user in it", refused.getMessage());
    }

    private static Issuers own(String path) {
        return own(path, Map.of());
    }

    private static Issuers own(String path, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "plumbline.issuers.own.issuer",
                OWN,
                "plumbline.issuers.own.audience",
                "plumbline",
                "plumbline.issuers.own.jwks",
                url() + path));
        settings.putAll(more);
        return new Issuers(Optional.empty(), Optional.empty(), config(settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "project.supabase.co",
                "ftp://project.supabase.co",
                "https://",
                "https://a b",
                "https://h/rest/v1"
            })
    void whatIsNoUrlOfAProjectIsRefusedByItsName(String url) {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> new Issuers(Optional.of(url), Optional.empty(), config()));
        assertTrue(refused.getMessage().contains("SUPABASE_URL"), refused::getMessage);
    }

    @Test
    void aRoleInAnotherClaimIsNone() {
        assertEquals(Set.of(), roles(byKey(own(Map.of("realm", "operator", "roles", List.of("operator"))))));
        assertEquals(Set.of(), roles(byKey(own(Map.of("realm", Map.of(), "role", "service_role")))));
        var claims = ofProject(Map.of("app_metadata", Map.of("role", "service_role")));
        claims.unsetClaim("role");
        assertEquals(Set.of(), roles(Tokens.signed(claims, Tokens.SECRET)));
    }

    @Test
    void noneIsNoSignature() {
        isRefused(Tokens.signed(ofProject(Map.of()), AlgorithmIdentifiers.NONE, null, null));
        isRefused(Tokens.signed(own(Map.of()), AlgorithmIdentifiers.NONE, null, null));
        String good = Tokens.ofProject("service_role");
        isRefused(good.substring(0, good.lastIndexOf('.') + 1));
    }

    @Test
    void anotherSecretOrKeyIsNotOurs() throws JoseException {
        isRefused(Tokens.signed(ofProject(Map.of()), Tokens.SECRET + "x"));
        var another = RsaJwkGenerator.generateJwk(2048);
        isRefused(Tokens.signed(own(Map.of()), AlgorithmIdentifiers.RSA_USING_SHA256, another.getPrivateKey(), "one"));
        isRefused(Tokens.signed(own(Map.of()), AlgorithmIdentifiers.RSA_USING_SHA256, another.getPrivateKey(), "two"));
    }

    @Test
    void aPublicKeyIsNoSecretAndASecretNoKey() {
        for (byte[] taken : List.of(key.getPublicKey().getEncoded(), Tokens.SECRET.getBytes(StandardCharsets.UTF_8))) {
            isRefused(Tokens.signed(own(Map.of()), AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(taken), "one"));
        }
        isRefused(Tokens.signed(
                ofProject(Map.of()),
                AlgorithmIdentifiers.HMAC_SHA256,
                new HmacKey(key.getPublicKey().getEncoded()),
                "one"));
    }

    @Test
    void aTokenHasItsTime() {
        isRefused(byKey(own(Map.of("exp", Tokens.inMinutes(-2).getValue()))));
        isRefused(byKey(own(Map.of("nbf", Tokens.inMinutes(2).getValue()))));
        isRefused(byKey(own(Map.of("iat", Tokens.inMinutes(2).getValue()))));
        isRefused(Tokens.signed(ofProject(Map.of("iat", Tokens.inMinutes(2).getValue())), Tokens.SECRET));
        assertEquals(
                BOTH,
                roles(Tokens.signed(
                        ofProject(Map.of("iat", Tokens.inMinutes(-5_000_000).getValue())), Tokens.SECRET)));
        isRefused(Tokens.signed(ofProject(Map.of("exp", Tokens.inMinutes(-2).getValue())), Tokens.SECRET));
        var endless = own(Map.of());
        endless.unsetClaim("exp");
        isRefused(byKey(endless));
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        isRefused(byKey(own(Map.of("aud", "another"))));
        var forNobody = own(Map.of());
        forNobody.unsetClaim("aud");
        isRefused(byKey(forNobody));
        isRefused(byKey(own(Map.of("iss", "https://another.example"))));
        isRefused(Tokens.signed(ofProject(Map.of("iss", "https://another.example/auth/v1")), Tokens.SECRET));
        isRefused(Tokens.signed(ofProject(Map.of("aud", "another")), Tokens.SECRET));
        isRefused(byKey(ofProject(Map.of("iss", url() + "/auth/v1", "aud", "another"))));
        assertEquals(BOTH, roles(Tokens.signed(ofProject(Map.of("aud", "authenticated")), Tokens.SECRET)));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        List.of("", "x", "a.b.c", "....", "sb_secret_x", "e30.e30.").forEach(IssuersTest::isRefused);
    }

    @Test
    void aSecretThatIsTooShortIsNamedAndNotShown() {
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> new Issuers(Optional.empty(), Optional.of("hush"), config()));
        assertTrue(thrown.getMessage().startsWith("SUPABASE_JWT_SECRET"), thrown.getMessage());
        assertTrue(!thrown.getMessage().contains("hush"));
    }
}
