package dev.plumbline.ledger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The right to migrate, which one run has at a time: a transaction that is open for as long as the run lasts, and that the
 * server ends when it hears nothing of the process any more.
 */
public final class Hold {

    private static final Logger LOG = Logger.getLogger(Hold.class);

    private final SqlConnection connection;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Runnable lost = () -> {};
    private Cancellable beats = () -> {};

    Hold(SqlConnection connection) {
        this.connection = connection;
        connection.exceptionHandler(failure -> lose());
        connection.closeHandler(this::lose);
    }

    /**
     * A sign of life each time, to be answered before the server could give the right to another. A plain query leaves no snapshot
     * open, for which a concurrent index build would wait.
     */
    Hold beating(Duration every) {
        beats = Multi.createFrom()
                .ticks()
                .every(every)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> connection
                        .query("select 1")
                        .execute()
                        .ifNoItem()
                        .after(every.multipliedBy(2))
                        .fail())
                .subscribe()
                .with(answer -> {}, failure -> lose());
        return this;
    }

    /** Is told if it is lost before it is given back, also if it has been already. */
    public void whenLost(Runnable listener) {
        lost = listener;
        if (over.get()) {
            listener.run();
        }
    }

    private void lose() {
        if (!over.getAndSet(true)) {
            lost.run();
        }
    }

    /** Gives it back, also if nobody waits until that is done. Where the connection is lost, so was the right. */
    public Uni<Void> release() {
        over.set(true);
        beats.cancel();
        Uni<Void> released = connection
                .query("commit")
                .execute()
                .onFailure()
                .recoverWithNull()
                .call(connection::close)
                .replaceWithVoid()
                .memoize()
                .indefinitely();
        released.subscribe().with(done -> {}, failure -> LOG.debug("the right to migrate is lost already", failure));
        return released;
    }
}
