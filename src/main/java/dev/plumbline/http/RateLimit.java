package dev.plumbline.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one address from calling so often that others wait. It stands before the guard, whose looks at tokens cost most. The
 * probes have a port of their own.
 */
@Singleton
class RateLimit {

    /** Before the guard. */
    private static final int PRIORITY = 260;

    /** Whoever has not called for longest is forgotten first, and may call as if for the first time. */
    private static final int MOST_ADDRESSES = 10_000;

    /** Of an address of IPv6: who has one network has all the addresses in it. */
    private static final int NETWORK = 8;

    private final int perSecond;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /**
     * @param perSecond how many requests a second one address may send, and twice as many at once; 0 for any number
     */
    RateLimit(@ConfigProperty(name = "plumbline.http.requests-per-second", defaultValue = "100") int perSecond) {
        this.perSecond = perSecond;
    }

    void stand(@Observes Filters filters) {
        if (perSecond > 0) {
            filters.register(this::look, PRIORITY);
        }
    }

    private void look(RoutingContext context) {
        ConsumptionProbe probe = bucket(context.request().remoteAddress()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            context.next();
        } else {
            context.response()
                    .putHeader(
                            "Retry-After",
                            Long.toString(1
                                    + Duration.ofNanos(probe.getNanosToWaitForRefill())
                                            .toSeconds()));
            Refusal.TOO_MANY_REQUESTS.answer(context);
        }
    }

    private Bucket bucket(SocketAddress caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    network(caller),
                    network -> Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                            .build());
        }
    }

    /** Those who call through a socket of the machine are one. */
    private static String network(SocketAddress caller) {
        String host = caller == null ? null : caller.hostAddress();
        if (host == null) {
            return "";
        }
        try {
            // Without the zone, which is this machine's name for where it comes from.
            byte[] address = InetAddress.getByName(host.split("%", 2)[0]).getAddress();
            return HexFormat.of().formatHex(address, 0, Math.min(address.length, NETWORK));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the address of a connection is one", e);
        }
    }
}
