package dev.plumbline.publication;

import dev.plumbline.ledger.Delivery;
import dev.plumbline.ledger.Outbox;
import dev.plumbline.publication.Attempted.Outcome;
import dev.plumbline.publication.Sink.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells one sink what it waits for, beside other replicas that do the same. */
public final class Publisher {

    private static final int AT_ONCE = 8;

    /** Beyond the time that the sink may take. Who needs longer to write down how it went is taken to have died. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final Sink sink;
    private final Duration timeout;
    private final Duration giveUpAfter;
    private final Outbox outbox;
    private final Clock clock;
    private final Retry retry;
    private final Consumer<Attempted> listener;

    Publisher(
            String name,
            Sink sink,
            SinksConfig.SinkConfig config,
            Outbox outbox,
            Clock clock,
            Retry retry,
            Consumer<Attempted> listener) {
        this.name = name;
        this.sink = sink;
        this.timeout = config.timeout();
        this.giveUpAfter = config.giveUpAfter();
        this.outbox = outbox;
        this.clock = clock;
        this.retry = retry;
        this.listener = listener;
    }

    public String name() {
        return name;
    }

    /** Sends what is due until nothing is; the failure to read or write what it does is the caller's. */
    public Uni<Void> publish() {
        return outbox.claim(name, AT_ONCE, timeout.plus(GRACE))
                .chain(due -> due.isEmpty() ? Uni.createFrom().voidItem() : all(due).chain(this::publish));
    }

    private Uni<Void> all(List<Delivery> due) {
        return Uni.join()
                .all(due.stream().map(this::send).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    /** Of what was forgotten meanwhile there is nothing to tell. What cannot even be sent keeps nothing else from being sent. */
    private Uni<Void> send(Delivery delivery) {
        return (delivery.documents().isEmpty()
                        ? Uni.createFrom().item(Optional.<Refusal>empty())
                        : Uni.createFrom()
                                .deferred(() -> sink.send(delivery))
                                .onFailure()
                                .recoverWithItem(failure -> Optional.of(Refusal.of("it could not be sent ("
                                        + failure.getClass().getSimpleName() + ")"))))
                .chain(error -> error.map(what -> failed(delivery, what)).orElseGet(() -> delivered(delivery)));
    }

    private Uni<Void> delivered(Delivery delivery) {
        return outbox.delivered(delivery)
                .invoke(() -> listener.accept(new Attempted(name, Outcome.DELIVERED, Optional.empty())));
    }

    private Uni<Void> failed(Delivery delivery, Refusal refusal) {
        Optional<Duration> again = retry.after(
                delivery.attempt(), Duration.between(delivery.at(), clock.instant()), giveUpAfter, refusal.pause());
        return outbox.failed(delivery, refusal.why(), again)
                .invoke(() -> listener.accept(new Attempted(
                        name, again.isPresent() ? Outcome.FAILED : Outcome.DEAD, Optional.of(refusal.why()))));
    }
}
