package dev.plumbline.watch;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Live: the schedule still ticks. One that has stopped is mended by a restart, and by nothing else. */
@Liveness
@Singleton
class Alive implements HealthCheck {

    private static final int MISSED_TICKS = 3;
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final Watch watch;
    private final WatchConfig config;
    private final Clock clock;

    Alive(Watch watch, WatchConfig config, Clock clock) {
        this.watch = watch;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Instant overdue =
                watch.lastTick().plus(config.every().multipliedBy(MISSED_TICKS)).plus(GRACE);
        return HealthCheckResponse.named("watch")
                .status(config.every().isZero() || clock.instant().isBefore(overdue))
                .withData("lastTick", watch.lastTick().toString())
                .build();
    }
}
