package dev.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Another replica in the middle of a migration: a Flyway of its own that stops inside a script until it is closed, and
 * then fails, so that it leaves nothing behind.
 */
public final class FlywayLock implements AutoCloseable {

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CompletableFuture<?> end;

    private FlywayLock(Flyway flyway) {
        end = CompletableFuture.runAsync(flyway::migrate).handle((done, failure) -> failure.getMessage());
    }

    public static FlywayLock on(TestDatabase database) {
        var blocking = new Blocking();
        var lock = new FlywayLock(database.flyway()
                .resourceProvider(null)
                .locations("classpath:db/migration", "filesystem:" + script())
                .callbacks(blocking)
                .load());
        blocking.of(lock);
        lock.awaitInside();
        return lock;
    }

    private static Path script() {
        try {
            Path folder = Files.createTempDirectory("blocked");
            Files.writeString(folder.resolve("R__zz_blocked.sql"), "select 1;");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitInside() {
        Until.isTrue(() -> inside.getCount() == 0);
    }

    /** Ends the migration, and with it the lock. */
    public void release() {
        release.countDown();
        end.join();
    }

    @Override
    public void close() {
        release();
    }

    private static final class Blocking implements Callback {

        private final CompletableFuture<FlywayLock> lock = new CompletableFuture<>();

        void of(FlywayLock its) {
            lock.complete(its);
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            lock.join().inside.countDown();
            try {
                lock.join().release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("this migration was only there to hold the lock");
        }

        @Override
        public String getCallbackName() {
            return "blocking";
        }
    }
}
