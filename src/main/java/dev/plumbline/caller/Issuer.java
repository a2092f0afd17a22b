package dev.plumbline.caller;

import dev.plumbline.caller.IssuersConfig.IssuerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

/** One whose tokens are accepted. The algorithms are its own, whatever a token says: a public key is never taken for a secret. */
final class Issuer {

    private static final Logger LOG = Logger.getLogger(Issuer.class);
    private static final int SHORTEST_SECRET = 32;
    private static final int ALLOWED_SKEW_SECONDS = 30;

    private static final String[] PUBLIC = {
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
        AlgorithmIdentifiers.RSA_USING_SHA256,
        AlgorithmIdentifiers.RSA_USING_SHA384,
        AlgorithmIdentifiers.RSA_USING_SHA512
    };

    /** In the tokens of users; the project's own keys name none. */
    private static final String AUDIENCE_OF_SUPABASE = "authenticated";

    static final Caller PUBLIC_KEY = new Caller(Set.of(), true);
    private static final Map<String, Caller> OF_SUPABASE = Map.of(
            "service_role", new Caller(Set.of(Role.values()), false),
            "anon", PUBLIC_KEY,
            "authenticated", PUBLIC_KEY);

    /** Of the project's own keys: as Supabase hosts it, and as its command line and its containers bring it. */
    private static final List<String> ITSELF = List.of("supabase", "supabase-demo");

    private static final Pattern OF_USERS = Pattern.compile("https?://[^/?#\\s]+/auth/v1");

    private final Predicate<String> names;
    private final JwtConsumer consumer;
    private final Function<JwtClaims, Caller> caller;

    private Issuer(Set<String> names, JwtConsumerBuilder consumer, Function<JwtClaims, Caller> caller) {
        this(names::contains, consumer.setExpectedIssuers(true, names.toArray(String[]::new)), caller);
    }

    private Issuer(Predicate<String> names, JwtConsumerBuilder consumer, Function<JwtClaims, Caller> caller) {
        this.names = names;
        this.caller = caller;
        this.consumer = consumer.setRequireExpirationTime()
                .setIssuedAtRestrictions(0, Integer.MAX_VALUE)
                .setAllowedClockSkewInSeconds(ALLOWED_SKEW_SECONDS)
                .build();
    }

    /**
     * A Supabase project with the secret of its tokens.
     *
     * @param also what it is called in the tokens of users
     */
    static Issuer withSecret(String secret, Optional<String> also) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "SUPABASE_JWT_SECRET is no such secret: it is shorter than " + SHORTEST_SECRET + " characters");
        }
        return new Issuer(
                Stream.concat(ITSELF.stream(), also.stream()).collect(Collectors.toSet()),
                signedWith(bytes).setExpectedAudience(false, AUDIENCE_OF_SUPABASE),
                Issuer::ofSupabase);
    }

    /**
     * Users of the Supabase project with that secret, whatever its address is: they are told that theirs is no key for this, and not
     * that their token is bad.
     */
    static Issuer ofUsers(String secret) {
        return new Issuer(
                OF_USERS.asMatchPredicate(),
                signedWith(secret.getBytes(StandardCharsets.UTF_8)).setExpectedAudience(true, AUDIENCE_OF_SUPABASE),
                claims -> PUBLIC_KEY);
    }

    /** A Supabase project with the keys that it shows. */
    static Issuer ofProject(String issuer) {
        return new Issuer(
                Set.of(issuer),
                signedBy(PUBLIC)
                        .setVerificationKeyResolver(new Keys(
                                issuer + "/.well-known/jwks.json", new KeyServer(Optional.empty(), Optional.empty())))
                        .setExpectedAudience(false, AUDIENCE_OF_SUPABASE),
                Issuer::ofSupabase);
    }

    /**
     * @param name of its settings
     * @throws IllegalArgumentException if something of it cannot be used; the message names the setting
     */
    static Issuer of(String name, IssuerConfig config) {
        return new Issuer(
                Set.of(config.issuer()),
                signedBy(PUBLIC)
                        .setVerificationKeyResolver(new Keys(
                                location(name, config), new KeyServer(config.certificates(), config.tokenFile())))
                        .setExpectedAudience(true, config.audience()),
                claims -> ofClaim(claims, config));
    }

    /** It stands in the log where the keys cannot be had. */
    private static String location(String name, IssuerConfig config) {
        String location = config.jwks().orElse(config.issuer().replaceFirst("/+$", "") + KeyServer.DISCOVERY);
        if (!isShown(location)) {
            throw new IllegalArgumentException("plumbline.issuers." + name + "."
                    + (config.jwks().isPresent() ? "jwks" : "issuer") + " is no URL, or has a user in it");
        }
        if (!KeyServer.isSecret(URI.create(location))) {
            LOG.warnf(
                    "the keys of plumbline.issuers.%s do not come over HTTPS: whoever is between can give us his own",
                    name);
        }
        return location;
    }

    private static boolean isShown(String location) {
        try {
            return new URI(location).getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static JwtConsumerBuilder signedWith(byte[] secret) {
        return signedBy(AlgorithmIdentifiers.HMAC_SHA256).setVerificationKey(new HmacKey(secret));
    }

    private static JwtConsumerBuilder signedBy(String... algorithms) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithms));
    }

    boolean isCalled(String name) {
        return names.test(name);
    }

    /**
     * Empty if the token is none of ours; why not is nobody's business.
     *
     * @throws KeysUnavailableException if the keys cannot be had
     */
    Optional<Caller> recognise(String token) {
        try {
            return Optional.of(caller.apply(consumer.processToClaims(token)));
        } catch (InvalidJwtException e) {
            if (Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .anyMatch(IOException.class::isInstance)) {
                throw new KeysUnavailableException(e);
            }
            return Optional.empty();
        }
    }

    private static Caller ofSupabase(JwtClaims claims) {
        return text(claims.getClaimValue("role"))
                .map(role -> OF_SUPABASE.getOrDefault(role, new Caller(Set.of(), false)))
                .findFirst()
                .orElse(new Caller(Set.of(), false));
    }

    private static Caller ofClaim(JwtClaims claims, IssuerConfig config) {
        List<String> values = text(claim(claims, config.claim())).toList();
        if (config.operator().stream().anyMatch(values::contains)) {
            return new Caller(Set.of(Role.values()), false);
        }
        return new Caller(config.reader().stream().anyMatch(values::contains) ? Set.of(Role.READER) : Set.of(), false);
    }

    /** Names can have dots in them, as those of Auth0 do. */
    private static Object claim(JwtClaims claims, String name) {
        if (claims.hasClaim(name)) {
            return claims.getClaimValue(name);
        }
        Object value = claims.getClaimsMap();
        for (String step : name.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    private static Stream<String> text(Object value) {
        return (value instanceof Collection<?> many ? many.stream() : Stream.ofNullable(value))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** What a token says of itself, which proves nothing. */
    static Optional<String> claimed(String token) {
        try {
            return Optional.ofNullable(UNPROVED.processToClaims(token).getIssuer());
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private static final JwtConsumer UNPROVED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();
}
