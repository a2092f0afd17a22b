package dev.plumbline.http;

import dev.plumbline.ledger.KeptEvent;
import dev.plumbline.ledger.Notice;
import dev.plumbline.ledger.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What one client is told of drift, each event once. */
final class DriftStream {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** No proxy on the way keeps a silent connection for more than a minute. */
    private static final int LONGEST_SILENCE = 15;

    private static final int AT_ONCE = 500;

    private final Sse sse;
    private final Outbox outbox;
    private long sent;
    private int silence;

    /**
     * @param seen the id of the last event that the client has seen before; null, or anything else, is none
     * @param last the number of the last event that there is. Who has seen more has seen another database, such as this one
     *     before it was restored, and would wait for ever
     */
    DriftStream(Sse sse, Outbox outbox, String seen, long last) {
        this.sse = sse;
        this.outbox = outbox;
        this.sent = seen != null && seen.matches("\\d{1,18}") ? Math.min(Long.parseLong(seen), last) : last;
    }

    /** It tells a client where to go on, before there is any event. */
    OutboundSseEvent first() {
        return sse.newEventBuilder()
                .id(Long.toString(sent))
                .comment("from here on")
                .build();
    }

    /** @param ending whether the process is about to end; who asks again with what it has seen is told the rest by another */
    Multi<OutboundSseEvent> rest(BooleanSupplier ending) {
        return Uni.createFrom()
                .deferred(() -> outbox.events(sent, Notice.DRIFT, AT_ONCE))
                .repeat()
                .withDelay(BETWEEN_LOOKS)
                .whilst(events -> !ending.getAsBoolean())
                .onItem()
                .transformToIterable(this::news);
    }

    private List<OutboundSseEvent> news(List<KeptEvent> events) {
        silence = events.isEmpty() ? silence + 1 : 0;
        if (!events.isEmpty()) {
            sent = events.get(events.size() - 1).number();
        }
        return silence > 0 && silence % LONGEST_SILENCE == 0
                ? List.of(sse.newEventBuilder().comment("nothing new").build())
                : events.stream().map(this::event).toList();
    }

    private OutboundSseEvent event(KeptEvent event) {
        return sse.newEventBuilder()
                .id(Long.toString(event.number()))
                .name(event.type())
                .data(event.document())
                .build();
    }
}
