package dev.plumbline.command;

import dev.plumbline.connection.Database;
import dev.plumbline.connection.DatabaseConfig;
import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Trouble;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** Waits for the database, with a line in the log for each attempt. */
@Singleton
class Waiting {

    static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Waiting.class);

    private final Database database;
    private final DatabaseConfig config;
    private final Clock clock;

    Waiting(Database database, DatabaseConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Goes on as long as it has to.
     *
     * @param tooLong is told when it has taken longer than is allowed, and at each attempt after that
     */
    Uni<Void> forEver(Runnable tooLong) {
        Instant since = clock.instant();
        return attempt(since, tooLong)
                .onFailure(UnavailableException.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** Gives up when it has taken longer than is allowed, and fails with what the last attempt met. */
    Uni<Void> inTime() {
        Instant since = clock.instant();
        return attempt(since, () -> {})
                .onFailure(failure -> failure instanceof UnavailableException && !isTooLong(since))
                .retry()
                .withBackOff(FIRST_PAUSE, FIRST_PAUSE.multipliedBy(4))
                .indefinitely();
    }

    private Uni<Void> attempt(Instant since, Runnable tooLong) {
        return database.trouble().chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            tell(found.get(), since);
            if (isTooLong(since)) {
                tooLong.run();
            }
            return Uni.createFrom().failure(new UnavailableException(found.get()));
        });
    }

    private void tell(Trouble trouble, Instant since) {
        Duration waited = Duration.between(since, clock.instant()).truncatedTo(ChronoUnit.SECONDS);
        if (isTooLong(since)) {
            LOG.errorf("still waiting for the database, after %s: %s", waited, LogText.oneLine(trouble.advice()));
        } else {
            LOG.infof("waiting for the database, for %s so far: %s", waited, LogText.oneLine(trouble.advice()));
        }
    }

    private boolean isTooLong(Instant since) {
        return !clock.instant().isBefore(since.plus(config.waitTimeout()));
    }
}
