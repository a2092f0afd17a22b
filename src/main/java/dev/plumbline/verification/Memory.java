package dev.plumbline.verification;

import dev.plumbline.ledger.Horizon;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/** What outlives the process, and what other replicas have seen. None of it ever fails: what cannot be kept is not. */
public interface Memory {

    /** For who has none. */
    Memory NONE = open -> Uni.createFrom()
            .item((verification, madeSince, horizon) -> Uni.createFrom().item(verification));

    /** Has the open differences be those that are known, where they are, and says who keeps what is seen from here on. */
    Uni<Keeper> recall(OpenDrift open);

    /** What the last verification has concluded; empty if that is not known, or it concluded nothing. */
    default Uni<Optional<Remembered>> remembered() {
        return Uni.createFrom().item(Optional.empty());
    }

    /** Keeps what one verification has seen. */
    interface Keeper {

        /**
         * Keeps it.
         *
         * @param madeSince what can have made a difference, by its path
         * @param horizon what the verification may not have seen
         * @return what is new of it to all replicas
         */
        Uni<Verification> keep(
                Verification verification, Function<String, Optional<Horizon>> madeSince, Optional<Horizon> horizon);
    }
}
