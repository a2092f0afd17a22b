package dev.plumbline.publication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.connection.Trouble;
import dev.plumbline.connection.WriteTransaction;
import dev.plumbline.ledger.Delivery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A channel of NOTIFY in the database. PostgreSQL takes less than 8,000 bytes: of a longer event it is told the id only. */
final class NotifySink implements Sink {

    private static final int MOST = 7999;

    private final Pool pool;
    private final String channel;
    private final Duration timeout;

    NotifySink(Pool pool, String channel, Duration timeout) {
        this.pool = pool;
        this.channel = channel;
        this.timeout = timeout;
    }

    @Override
    public Uni<Optional<Refusal>> send(Delivery delivery) {
        String payload = payload(delivery.documents().get(0));
        return pool.withConnection(connection -> WriteTransaction.within(
                        connection,
                        timeout,
                        c -> c.preparedQuery("select pg_notify($1, $2)").execute(Tuple.of(channel, payload))))
                .map(done -> Optional.<Refusal>empty())
                .onFailure()
                .recoverWithItem(failure ->
                        Optional.of(Refusal.of(Trouble.behind(failure).message())));
    }

    static String payload(String document) {
        return document.getBytes(StandardCharsets.UTF_8).length <= MOST
                ? document
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("id", Message.json(document).path("id").asText())
                        .toString();
    }
}
