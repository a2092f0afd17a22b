package dev.plumbline.http;

import dev.plumbline.caller.Caller;
import dev.plumbline.caller.Issuers;
import dev.plumbline.caller.KeysUnavailableException;
import dev.plumbline.caller.Role;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Lets nobody near the service who may not be there. It stands before everything on its port, so that nothing can be forgotten. */
@Singleton
class Guard {

    private static final Logger LOG = Logger.getLogger(Guard.class);

    /** After what answers the preflight requests of CORS, if people have switched that on. */
    private static final int PRIORITY = 250;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCHEME = "Bearer ";

    static final String HOW =
            "Give it SUPABASE_JWT_SECRET for the anon and service_role keys of a Supabase project, SUPABASE_URL for"
                    + " what that signs with its signing keys, or plumbline.issuers.<name>.issuer and .audience for those of another issuer;"
                    + " plumbline.security=none lets everybody do everything";

    /** Whether callers have to say who they are. */
    enum Security {
        TOKENS,
        NONE;

        static Security of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new ConfigurationException("plumbline.security is tokens or none"));
        }
    }

    private final Issuers issuers;
    private final Security security;
    private final boolean listening;
    private final boolean developing = LaunchMode.current() != LaunchMode.NORMAL;

    Guard(
            Issuers issuers,
            @ConfigProperty(name = "plumbline.security", defaultValue = "tokens") String security,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean listening) {
        this.issuers = issuers;
        this.security = Security.of(security);
        this.listening = listening;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::look, PRIORITY);
        if (listening) {
            warn();
        }
    }

    private void warn() {
        if (security == Security.NONE) {
            LOG.warn("plumbline.security=none: WHOEVER REACHES THE PORT MAY MIGRATE THE DATABASE");
        } else if (issuers.isEmpty() && !developing) {
            LOG.warn("nobody may call this service, for nothing says whose tokens it accepts. " + HOW);
        }
    }

    private void look(RoutingContext context) {
        if (security == Security.NONE || issuers.isEmpty() && developing && Origin.isHere(context.request())) {
            if (isReading(context) || Origin.isOwn(context.request())) {
                context.next();
            } else {
                Refusal.CROSS_SITE.answer(context);
            }
        } else if (issuers.isEmpty()) {
            Refusal.NO_ISSUER.answer(context);
        } else {
            token(context.request())
                    .ifPresentOrElse(token -> recognise(token, context), () -> Refusal.NO_TOKEN.answer(context));
        }
    }

    private static Optional<String> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /** Keys may have to be fetched; the body waits meanwhile. */
    private void recognise(String token, RoutingContext context) {
        context.request().pause();
        context.vertx()
                .executeBlocking(() -> issuers.recognise(token), false)
                .onSuccess(caller -> {
                    context.request().resume();
                    decide(caller, context);
                })
                .onFailure(failure -> {
                    if (failure instanceof KeysUnavailableException) {
                        context.request().resume();
                        Refusal.NO_KEYS.answer(context);
                    } else {
                        context.fail(failure);
                    }
                });
    }

    private static void decide(Optional<Caller> caller, RoutingContext context) {
        if (caller.isEmpty()) {
            Refusal.BAD_TOKEN.answer(context);
        } else if (caller.get().may(isReading(context) ? Role.READER : Role.OPERATOR)) {
            context.next();
        } else {
            (caller.get().publicKey() ? Refusal.PUBLIC_KEY : Refusal.NO_ROLE).answer(context);
        }
    }

    private static boolean isReading(RoutingContext context) {
        return READING.contains(context.request().method().name());
    }
}
