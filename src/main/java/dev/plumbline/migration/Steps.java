package dev.plumbline.migration;

import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.Ledger;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Writes each step of a run down, the run as a whole each time. A script in a transaction runs meanwhile, and before it takes effect
 * it is written that it has begun; one without is begun only then, and not at all if that cannot be written.
 */
final class Steps implements Consumer<Run> {

    private static final Logger LOG = Logger.getLogger(Steps.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private CompletableFuture<Written> before = CompletableFuture.completedFuture(Written.YES);

    Steps(Ledger ledger) {
        this.ledger = ledger;
    }

    private enum Written {
        YES,
        NO,
        /** Others have told how the run has ended. */
        OVER
    }

    /** @throws IllegalStateException if the run must not go on */
    @Override
    public void accept(Run run) {
        check(before.join());
        before = write(run);
        Script script = run.scripts().get(run.scripts().size() - 1);
        if (!script.transactional()) {
            Written now = before.join();
            check(now);
            if (now == Written.NO && script.outcome() == Outcome.RUNNING) {
                throw new IllegalStateException("that " + script.script()
                        + " begins could not be written down, and nobody would know of the half that it may come to");
            }
        }
    }

    private static void check(Written step) {
        if (step == Written.OVER) {
            throw new IllegalStateException("others have told how the run has ended");
        }
    }

    /** That one is missing is no reason to end a migration whose script is in a transaction: the next has it too. */
    private CompletableFuture<Written> write(Run run) {
        return ledger.update(run.id(), run.outcome().name(), RunDocument.write(run))
                .map(kept -> kept ? Written.YES : Written.OVER)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "run %s: a step was not kept: %s",
                        run.id(), LogText.oneLine(Trouble.behind(failure).message())))
                .onFailure()
                .recoverWithItem(Written.NO)
                .subscribeAsCompletionStage();
    }
}
