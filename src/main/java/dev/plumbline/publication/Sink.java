package dev.plumbline.publication;

import dev.plumbline.ledger.Delivery;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Somebody who is told what happens. */
interface Sink {

    /** Sends a message, and says what has kept it from arriving; empty if it has arrived. */
    Uni<Optional<Refusal>> send(Delivery delivery);

    /**
     * Why a message has not arrived.
     *
     * @param why without secrets
     * @param pause for how long the other side wants to be left alone; zero if it has not said
     */
    record Refusal(String why, Duration pause) {

        static Refusal of(String why) {
            return new Refusal(why, Duration.ZERO);
        }
    }
}
