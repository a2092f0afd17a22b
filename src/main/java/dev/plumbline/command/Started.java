package dev.plumbline.command;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the first attempt to migrate is over, however it went; from here on readiness tells. */
@Startup
@Singleton
class Started implements HealthCheck {

    private final Boot boot;

    Started(Boot boot) {
        this.boot = boot;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("boot").status(boot.isOver()).build();
    }
}
