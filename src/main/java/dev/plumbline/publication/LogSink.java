package dev.plumbline.publication;

import dev.plumbline.connection.LogText;
import dev.plumbline.ledger.Delivery;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The log, in which a message is one line. */
final class LogSink implements Sink {

    private static final Logger LOG = Logger.getLogger("dev.plumbline.events");

    @Override
    public Uni<Optional<Refusal>> send(Delivery delivery) {
        LOG.info(LogText.oneLine(Message.of(delivery.documents()).line()));
        return Uni.createFrom().item(Optional.empty());
    }
}
