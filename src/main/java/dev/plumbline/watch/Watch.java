package dev.plumbline.watch;

import dev.plumbline.verification.Verifier;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Verifies on a schedule. */
@Singleton
class Watch {

    private static final Duration WORTH_SPREADING = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final WatchConfig config;
    private final Verifier verifier;
    private final Clock clock;
    private volatile Instant lastTick;

    Watch(Scheduler scheduler, WatchConfig config, Verifier verifier, Clock clock) {
        this.scheduler = scheduler;
        this.config = config;
        this.verifier = verifier;
        this.clock = clock;
        this.lastTick = clock.instant();
    }

    /** When the schedule was last seen to work; the start of the service counts. */
    Instant lastTick() {
        return lastTick;
    }

    /**
     * Two ticks are never further apart than configured, so that what happens is known within that time; the jitter,
     * which keeps many services from asking at once, is taken off.
     */
    void start(@Observes StartupEvent event) {
        if (config.every().isZero()) {
            return;
        }
        boolean spread = config.every().compareTo(WORTH_SPREADING) >= 0;
        Duration jitter = spread ? config.every().dividedBy(10) : Duration.ZERO;
        var job = scheduler
                .newJob("watch")
                .setInterval(config.every().minus(jitter).toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setAsyncTask(execution -> tick());
        if (spread) {
            job.setExecutionMaxDelay(jitter.toString());
        }
        job.schedule();
    }

    private Uni<Void> tick() {
        return verifier.verify().invoke(() -> lastTick = clock.instant()).replaceWithVoid();
    }
}
