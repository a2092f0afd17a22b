package dev.plumbline.watch;

import dev.plumbline.ledger.DriftLedger;
import dev.plumbline.ledger.Ledger;
import dev.plumbline.ledger.Turn;
import dev.plumbline.verification.Remembered;
import dev.plumbline.verification.Verification;
import dev.plumbline.verification.VerificationConfig;
import dev.plumbline.verification.Verifier;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Verifies on a schedule, in one replica at a time. */
@Singleton
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    /** The scheduler looks no more often than that. */
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);

    private static final int LOOKS = 5;

    /** Beyond what a verification, and the one before it, may take. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final Duration WORTH_SPREADING = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final WatchConfig config;
    private final VerificationConfig looking;
    private final Verifier verifier;
    private final Ledger ledger;
    private final DriftLedger drift;
    private final Turn turn;
    private final Clock clock;
    private final Event<Remembered> remembered;
    private volatile Instant lastTick;
    private volatile Instant lastOwn = Instant.MIN;

    Watch(
            Scheduler scheduler,
            WatchConfig config,
            VerificationConfig looking,
            Verifier verifier,
            Ledger ledger,
            DriftLedger drift,
            Turn turn,
            Clock clock,
            Event<Remembered> remembered) {
        this.scheduler = scheduler;
        this.config = config;
        this.looking = looking;
        this.verifier = verifier;
        this.ledger = ledger;
        this.drift = drift;
        this.turn = turn;
        this.clock = clock;
        this.remembered = remembered;
        this.lastTick = clock.instant();
    }

    /** When the schedule was last seen to work, also if another replica had done what was due; the start of the service counts. */
    Instant lastTick() {
        return lastTick;
    }

    /**
     * Each replica looks several times per interval whether a verification is due. So it is never longer than configured until
     * the next, also if the replica that did the last has died. The jitter keeps many from looking at once. The start itself
     * ends with a verification, and what is looked at before is not there yet.
     */
    void start(@Observes StartupEvent event) {
        if (!config.enabled() || config.every().isZero()) {
            return;
        }
        Duration look = look();
        boolean spread = config.every().compareTo(WORTH_SPREADING) >= 0;
        Duration jitter = spread ? look.dividedBy(2) : Duration.ZERO;
        var job = scheduler
                .newJob("watch")
                .setInterval(look.minus(jitter).toString())
                .setDelayed(look.toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setAsyncTask(execution -> tick());
        if (spread) {
            job.setExecutionMaxDelay(jitter.toString());
        }
        job.schedule();
    }

    private Duration look() {
        Duration look = config.every().dividedBy(LOOKS);
        return look.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : look;
    }

    /** A database that cannot be asked whose turn it is cannot be verified either, and is reported as such. */
    private Uni<Void> tick() {
        Duration pause = config.every().minus(look());
        if (clock.instant().minus(pause).isBefore(lastOwn)) {
            lastTick = clock.instant();
            return Uni.createFrom().voidItem();
        }
        Duration longest = looking.timeout().multipliedBy(2).plus(GRACE);
        return turn.take(pause, longest, this::verify)
                .call(taken -> taken ? Uni.createFrom().voidItem() : listen())
                .ifNoItem()
                .after(longest)
                .fail()
                .onFailure()
                .recoverWithUni(failure -> verify().replaceWith(true))
                .invoke(() -> lastTick = clock.instant())
                .replaceWithVoid();
    }

    /** What another replica has seen is told here as well. */
    private Uni<?> listen() {
        return verifier.remembered().invoke(known -> known.ifPresent(remembered::fire));
    }

    private Uni<Void> verify() {
        return verifier.verify().invoke(() -> lastOwn = clock.instant()).chain(this::forget);
    }

    /** What another replica has written meanwhile may be older or newer: only another look can tell. */
    void observe(@Observes Verification verification) {
        if (!verification.newest()) {
            verifier.verify()
                    .subscribe()
                    .with(report -> {}, failure -> LOG.warn("the second look has failed", failure));
        }
    }

    /** A role that may not write has written nothing either. */
    private Uni<Void> forget() {
        Instant before = clock.instant().minus(config.keep());
        return ledger.forgetCommands(before)
                .chain(() -> drift.forget(before))
                .onFailure()
                .invoke(failure -> LOG.debugf(failure, "what is over was not forgotten"))
                .onFailure()
                .recoverWithNull();
    }
}
