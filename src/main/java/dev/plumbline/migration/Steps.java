package dev.plumbline.migration;

import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.Ledger;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Writes each step of a run down, the run as a whole each time. A script in a transaction runs meanwhile, and before it takes effect
 * it is written that it has begun; one without is begun only then.
 */
final class Steps implements Consumer<Run> {

    private static final Logger LOG = Logger.getLogger(Steps.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private CompletableFuture<?> before = CompletableFuture.completedFuture(null);

    Steps(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void accept(Run run) {
        before.join();
        before = written(run);
        if (!run.scripts().get(run.scripts().size() - 1).transactional()) {
            before.join();
        }
    }

    /** That one is missing is no reason to end a migration: the next has it too. */
    private CompletableFuture<?> written(Run run) {
        return ledger.update(run.id(), run.outcome().name(), RunDocument.write(run))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "run %s: a step was not kept: %s",
                        run.id(), LogText.oneLine(Trouble.behind(failure).message())))
                .onFailure()
                .recoverWithNull()
                .subscribeAsCompletionStage();
    }
}
