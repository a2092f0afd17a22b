package dev.plumbline.publication;

import dev.plumbline.ledger.Delivery;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Somebody who is told what happens. */
interface Sink {

    /** Sends a message, and says what has kept it from arriving, without secrets; empty if it has arrived. */
    Uni<Optional<String>> send(Delivery delivery);
}
