package dev.plumbline.connection;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A pool that takes new connections when its own are dead. What stands between us and the server may forget a connection and say
 * nothing, and the client, which has no other sign of its end than the server's, would wait for those for good. Of the pool before
 * nothing is closed: somebody may hold a lock with a connection of it. So others are taken only where one more has shown that the
 * server answers again. Quarkus takes no other than the deprecated kind of pool.
 */
@SuppressWarnings("deprecation")
public final class EnduringPool implements PgPool {

    private static final Logger LOG = Logger.getLogger(EnduringPool.class);

    /** For one more connection. */
    private static final int PATIENCE_SECONDS = 5;

    private final Supplier<Pool> maker;
    private final Supplier<Future<? extends SqlConnection>> one;
    private final Duration patience;
    private volatile Pool pool;
    private volatile long given = System.nanoTime();

    /**
     * @param maker makes a pool in which whoever asks for a connection does not wait for ever
     * @param one makes a connection that is in no pool
     * @param patience for how long nobody must have got a connection: longer than one is needed
     */
    public EnduringPool(Supplier<Pool> maker, Supplier<Future<? extends SqlConnection>> one, Duration patience) {
        this.maker = maker;
        this.one = one;
        this.patience = patience;
        this.pool = maker.get();
    }

    @Override
    public Future<SqlConnection> getConnection() {
        Pool asked = pool;
        return asked.getConnection()
                .onSuccess(connection -> given = System.nanoTime())
                .onFailure(failure -> {
                    if (Trouble.isOfPool(failure) && isDue(asked)) {
                        Future<? extends SqlConnection> more = one.get().onSuccess(SqlConnection::close);
                        more.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).onSuccess(shown -> replace(asked));
                    }
                });
    }

    private synchronized boolean isDue(Pool dead) {
        boolean due = dead == pool && System.nanoTime() - given > patience.toNanos();
        given = due ? System.nanoTime() : given;
        return due;
    }

    private synchronized void replace(Pool dead) {
        if (dead == pool) {
            LOG.warnf("for %s nobody has got a connection: those that there are are left, and others taken", patience);
            pool = maker.get();
        }
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return pool.query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return pool.preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return pool.preparedQuery(sql, options);
    }

    @Override
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        throw new UnsupportedOperationException("the connections of another pool would not be handled");
    }

    @Override
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        throw new UnsupportedOperationException("the connections of another pool would not be provided");
    }

    @Override
    public int size() {
        return pool.size();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }

    @Override
    public Future<Void> close() {
        return pool.close();
    }
}
