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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A pool that takes new connections when its own are dead. What stands between us and the server may forget a connection and say
 * nothing, and the client, which has no other sign of its end than the server's, would wait for those for good. Of the pool before
 * nothing is closed: somebody may hold a lock with a connection of it. Quarkus takes no other than the deprecated kind.
 */
@SuppressWarnings("deprecation")
public final class EnduringPool implements PgPool {

    private static final Logger LOG = Logger.getLogger(EnduringPool.class);

    private final Supplier<Pool> maker;
    private final Duration patience;
    private volatile Pool pool;
    private volatile long given = System.nanoTime();

    /**
     * @param maker makes a pool in which whoever asks for a connection does not wait for ever
     * @param patience for how long nobody must have got a connection: longer than one is needed
     */
    public EnduringPool(Supplier<Pool> maker, Duration patience) {
        this.maker = maker;
        this.patience = patience;
        this.pool = maker.get();
    }

    @Override
    public Future<SqlConnection> getConnection() {
        Pool asked = pool;
        return asked.getConnection()
                .onSuccess(connection -> given = System.nanoTime())
                .onFailure(failure -> {
                    if (Trouble.isOfPool(failure)) {
                        replace(asked);
                    }
                });
    }

    private synchronized void replace(Pool dead) {
        if (dead == pool && System.nanoTime() - given > patience.toNanos()) {
            LOG.warnf("for %s nobody has got a connection: those that there are are left, and others taken", patience);
            given = System.nanoTime();
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
