package dev.plumbline.publication;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as the specification of Standard Webhooks says, with a secret that both sides know. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private final SecretKeySpec key;

    private Signature(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * @throws IllegalArgumentException if it is no such secret
     */
    static Signature of(String name, String secret) {
        String problem = "plumbline.sinks." + name + ".secret must be " + PREFIX + " and 24 to 64 bytes in base64";
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException(problem);
        }
        byte[] bytes = decoded(secret.substring(PREFIX.length()));
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException(problem);
        }
        return new Signature(new SecretKeySpec(bytes, ALGORITHM));
    }

    /** Nothing, which is too short, if it is no base64: the decoder's message would show some of it. */
    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The headers that go with a message. */
    Map<String, String> headers(String id, Instant now, String body) {
        String timestamp = Long.toString(now.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", "v1," + code(id + "." + timestamp + "." + body));
    }

    private String code(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
