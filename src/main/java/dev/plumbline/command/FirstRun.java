package dev.plumbline.command;

import dev.plumbline.connection.Trouble;
import dev.plumbline.contract.Contract;
import dev.plumbline.migration.Migrator;
import dev.plumbline.migration.Overviews;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Runs;
import dev.plumbline.migration.Start;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.migration.Start.Busy;
import dev.plumbline.migration.Wish;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The run that a process begins with, unless another replica has done, or is doing, the same. */
@Singleton
class FirstRun {

    private static final Logger LOG = Logger.getLogger(FirstRun.class);

    private final Migrator migrator;
    private final Runs runs;
    private final Overviews overviews;
    private final Contract contract;

    FirstRun(Migrator migrator, Runs runs, Overviews overviews, Contract contract) {
        this.migrator = migrator;
        this.runs = runs;
        this.overviews = overviews;
        this.contract = contract;
    }

    /** Our run or that of another, when it is over; empty if none was needed. */
    Uni<Optional<Run>> carryOut() {
        return overviews
                .isUpToDate()
                .chain(upToDate -> upToDate ? Uni.createFrom().item(Optional.empty()) : run());
    }

    private Uni<Optional<Run>> run() {
        return migrator.start(Wish.ALL).chain(start -> {
            if (start instanceof Accepted accepted) {
                return runs.whenDone(accepted.run().id()).map(Optional::of);
            }
            if (start instanceof Busy busy) {
                return busy.running()
                        .map(run -> runs.whenDone(run.id()).chain(this::afterAnother))
                        .orElseGet(() -> unavailable(new Trouble(Trouble.Kind.TOO_SLOW, "another run goes on")));
            }
            return unavailable(((Start.Unavailable) start).trouble());
        });
    }

    private static <T> Uni<T> unavailable(Trouble trouble) {
        return Uni.createFrom().failure(new UnavailableException(trouble));
    }

    /** What has failed in a replica of the same build would fail here too. */
    private Uni<Optional<Run>> afterAnother(Run run) {
        LOG.infof("run %s, of another replica: %s", run.id(), run.outcome());
        boolean conclusive = run.outcome() == Outcome.FAILED
                && run.contract().equals(contract.schema().fingerprint())
                && !run.failure().map(Failure::retryable).orElse(false);
        return conclusive ? Uni.createFrom().item(Optional.of(run)) : carryOut();
    }
}
