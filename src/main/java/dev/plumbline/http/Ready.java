package dev.plumbline.http;

import dev.plumbline.connection.Trouble;
import dev.plumbline.verification.Pending;
import dev.plumbline.verification.Verification;
import dev.plumbline.verification.Verifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: all migrations have run. Neither drift nor a database that has gone away makes a pod unready: then this service
 * is where people look, and it has an answer.
 */
@Readiness
@Singleton
class Ready implements AsyncHealthCheck {

    /** Below the second or two that a kubelet waits for a probe by habit. */
    private static final Duration PATIENCE = Duration.ofMillis(900);

    private static final String REASON = "reason";

    private final Verifier verifier;
    private volatile boolean complete;

    Ready(Verifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return verifier.pending()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(this::known)
                .onFailure()
                .recoverWithItem(this::unknown);
    }

    /** Whoever has just seen all migrations done, or not: the next probe knows, even if the database has gone by then. */
    void observe(@Observes Verification verification) {
        if (!verification.newest()) {
            return;
        }
        switch (verification.report().verdict()) {
            case MATCHES, DRIFTED -> complete = true;
            case PENDING -> complete = false;
            case MIGRATING, UNKNOWN -> {}
        }
    }

    private HealthCheckResponse known(Pending pending) {
        complete = pending.isEmpty();
        var response = HealthCheckResponse.named("migrations").status(complete);
        return complete
                ? response.build()
                : response.withData(REASON, pending.reason()).build();
    }

    private HealthCheckResponse unknown(Throwable failure) {
        return HealthCheckResponse.named("migrations")
                .status(complete)
                .withData(REASON, Trouble.behind(failure).message())
                .build();
    }
}
