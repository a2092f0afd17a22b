package dev.plumbline.watch;

import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Trouble;
import dev.plumbline.migration.Run;
import dev.plumbline.publication.Publisher;
import dev.plumbline.publication.Publishers;
import dev.plumbline.verification.Verification;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has the sinks told: at once of what this replica has written, and soon of what others have, or what did not arrive. */
@Singleton
class Post {

    private static final Logger LOG = Logger.getLogger(Post.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final List<Round> rounds;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "post");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean over;

    Post(Publishers publishers, WatchConfig config) {
        this.rounds =
                config.enabled() ? publishers.all().stream().map(Round::new).toList() : List.of();
    }

    void start(@Observes StartupEvent event) {
        if (!rounds.isEmpty()) {
            ticks.scheduleWithFixedDelay(
                    this::go, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What is being told at this moment is told again by whoever comes next, if its end is not written down any more. */
    void stop(@Observes ShutdownEvent event) {
        over = true;
        ticks.shutdownNow();
    }

    void observe(@Observes Verification verification) {
        if (!verification.transitions().isEmpty() || !verification.report().concludes()) {
            go();
        }
    }

    void observe(@Observes Run run) {
        go();
    }

    private void go() {
        if (!over) {
            rounds.forEach(Round::go);
        }
    }

    /** One sink's, of which one goes on at a time. */
    private static final class Round {

        private final Publisher publisher;
        private boolean goesOn;
        private boolean again;
        private boolean failed;

        private Round(Publisher publisher) {
            this.publisher = publisher;
        }

        private synchronized void go() {
            again = goesOn;
            if (!goesOn) {
                goesOn = true;
                publisher.publish().subscribe().with(done -> end(null), this::end);
            }
        }

        /** What has failed is tried at the next look. */
        private synchronized void end(Throwable failure) {
            goesOn = false;
            if (failure != null && !failed) {
                LOG.warnf(
                        "the sink %s cannot be told: %s",
                        publisher.name(),
                        LogText.oneLine(Trouble.behind(failure).message()));
            }
            failed = failure != null;
            if (again && !failed) {
                go();
            }
        }
    }
}
