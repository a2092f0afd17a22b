package dev.plumbline.caller;

import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys of an issuer, as its server shows them. Everybody can name an issuer, and whoever waits for its keys has a thread:
 * only a few do at a time. Keys that were had once are good until there are others.
 */
final class Keys implements VerificationKeyResolver {

    /** A stranger's token with a key that is not known makes nobody ask for the keys more often than that. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    /** How long old keys are taken before the server that does not have them is asked again. */
    private static final Duration BETWEEN_FAILURES = Duration.ofMinutes(1);

    static final int WAITING = 16;

    /** For one of those whom nothing keeps but that they are many. */
    private static final Duration TURN = Duration.ofMillis(100);

    private final Semaphore turns = new Semaphore(WAITING);
    private final VerificationKeyResolver keys;

    Keys(String location, KeyServer server) {
        this(location, server, BETWEEN_LOOKS);
    }

    Keys(String location, KeyServer server, Duration betweenLooks) {
        var jwks = new HttpsJwks(location);
        jwks.setSimpleHttpGet(server);
        jwks.setRefreshReprieveThreshold(betweenLooks.toMillis());
        jwks.setRetainCacheOnErrorDuration(BETWEEN_FAILURES.toSeconds());
        keys = new HttpsJwksVerificationKeyResolver(jwks);
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        if (!isNext()) {
            throw unavailable(new IOException("too many wait for the keys"));
        }
        try {
            return keys.resolveKey(token, nesting);
        } finally {
            turns.release();
        }
    }

    private boolean isNext() throws UnresolvableKeyException {
        try {
            return turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(new IOException(e));
        }
    }

    private static UnresolvableKeyException unavailable(IOException why) {
        return new UnresolvableKeyException(why.getMessage(), why);
    }
}
