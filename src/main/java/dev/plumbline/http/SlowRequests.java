package dev.plumbline.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Ends connections on which a request does not come to its end: who sends a byte now and then is never idle. */
@Singleton
class SlowRequests {

    /** Before all that reads a body. */
    private static final int PRIORITY = 270;

    /** For the 16 KB that a request may have. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void stand(@Observes Filters filters) {
        filters.register(SlowRequests::look, PRIORITY);
    }

    private static void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (hasBody(request)) {
            long timer = context.vertx().setTimer(PATIENCE.toMillis(), late -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
