package dev.plumbline.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says what is wrong with requests that Quarkus would refuse without a word, or with one for its log. */
@Singleton
class BadRequests {

    /** After the guard: whoever may not call is told that and nothing else. */
    private static final int PRIORITY = 240;

    private static final int FIRST = -1000;

    private final long most;

    BadRequests(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void stand(@Observes Filters filters) {
        filters.register(this::look, PRIORITY);
    }

    /** Vert.x fails what names no host before any filter sees it. */
    void stand(@Observes Router router) {
        router.route().order(FIRST).failureHandler(context -> {
            if (context.statusCode() == 400 && context.failure() instanceof VertxException) {
                Refusal.NO_HOST.answer(context);
            } else {
                context.next();
            }
        });
    }

    private void look(RoutingContext context) {
        if (context.request().uri().contains("%00")) {
            Refusal.NUL.answer(context);
            return;
        }
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > most) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            // Nobody reads the body, and the next request of the connection would be behind it.
            context.addEndHandler(ended -> context.request().connection().close());
            Refusal.TOO_LARGE.answer(context);
        } else {
            context.next();
        }
    }
}
