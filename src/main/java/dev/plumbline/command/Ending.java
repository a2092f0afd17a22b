package dev.plumbline.command;

import dev.plumbline.migration.MigrationConfig;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Runs;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Lets the run that goes on come to its end before everything that it needs is taken away. */
@Singleton
class Ending {

    private static final Logger LOG = Logger.getLogger(Ending.class);

    /** Before whatever else ends. */
    private static final int FIRST = 1;

    /** As a process that a signal has ended. */
    static final int BY_SIGTERM = 128 + 15;

    private final Runs runs;
    private final MigrationConfig config;

    Ending(Runs runs, MigrationConfig config) {
        this.runs = runs;
        this.config = config;
    }

    /** While what was asked before is still answered. */
    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        runs.end();
        LOG.info("the process is about to end: no run begins any more");
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        boolean isCutOff = false;
        for (Run run : runs.finish(config.endTimeout())) {
            if (run.goesOn()) {
                isCutOff = true;
                LOG.warnf("run %s: cut off, for it has not ended within %s", run.id(), config.endTimeout());
            } else {
                LOG.infof("run %s: has ended before the process: %s", run.id(), run.outcome());
            }
        }
        if (isCutOff) {
            // What it needs would be taken away from it bit by bit, and each told as a failure of its own.
            Runtime.getRuntime().halt(BY_SIGTERM);
        }
    }
}
