package dev.plumbline.testing;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens, good and bad. */
public final class Tokens {

    /** As a Supabase project has one. */
    public static final String SECRET = "a-secret-of-more-than-32-characters-as-supabase-has";

    private Tokens() {}

    /** A key of a Supabase project. */
    public static String ofProject(String role) {
        return signed(claims(Map.of("iss", "supabase", "ref", "abcdefghijklmnopqrst", "role", role)), SECRET);
    }

    /** That holds now, and for as long as tests take. */
    public static JwtClaims claims(Map<String, Object> more) {
        var claims = new JwtClaims();
        claims.setIssuedAt(inMinutes(-1));
        claims.setExpirationTime(inMinutes(600));
        more.forEach(claims::setClaim);
        return claims;
    }

    public static NumericDate inMinutes(float minutes) {
        var claims = new JwtClaims();
        claims.setExpirationTimeMinutesInTheFuture(minutes);
        return NumericDate.fromSeconds(((Number) claims.getClaimValue("exp")).longValue());
    }

    public static String signed(JwtClaims claims, String secret) {
        return signed(
                claims, AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(secret.getBytes(StandardCharsets.UTF_8)), null);
    }

    /**
     * @param key null for none
     * @param id of the key; null if the token does not say
     */
    public static String signed(JwtClaims claims, String algorithm, Key key, String id) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKey(key);
        if (id != null) {
            signature.setKeyIdHeaderValue(id);
        }
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
