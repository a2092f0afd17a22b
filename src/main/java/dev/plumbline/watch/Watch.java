package dev.plumbline.watch;

import dev.plumbline.ledger.Ledger;
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
import org.jboss.logging.Logger;

/** Verifies on a schedule. */
@Singleton
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration WORTH_SPREADING = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final WatchConfig config;
    private final Verifier verifier;
    private final Ledger ledger;
    private final Clock clock;
    private volatile Instant lastTick;

    Watch(Scheduler scheduler, WatchConfig config, Verifier verifier, Ledger ledger, Clock clock) {
        this.scheduler = scheduler;
        this.config = config;
        this.verifier = verifier;
        this.ledger = ledger;
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
        return verifier.verify().invoke(() -> lastTick = clock.instant()).chain(this::forget);
    }

    /** A role that may not write has written nothing either. */
    private Uni<Void> forget() {
        return ledger.forgetCommands(clock.instant().minus(config.keep()))
                .onFailure()
                .invoke(failure -> LOG.debugf(failure, "who changed the schema was not forgotten"))
                .onFailure()
                .recoverWithNull();
    }
}
