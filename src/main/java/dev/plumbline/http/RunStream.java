package dev.plumbline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.migration.Run;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;

/** What one client is told of a run, each step once. */
final class RunStream {

    static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** No proxy on the way keeps a silent connection for more than a minute. */
    private static final int LONGEST_SILENCE = 30;

    private final Sse sse;
    private final ObjectMapper json;
    private int sent;
    private int silence;

    /**
     * @param seen the id of the last event that the client has seen before; null, or anything else, is none
     */
    RunStream(Sse sse, ObjectMapper json, String seen) {
        this.sse = sse;
        this.json = json;
        this.sent = seen != null && seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0;
    }

    /** The end is told again to whoever comes back after it, for a stream without an event looks broken. */
    List<OutboundSseEvent> news(Run run) {
        List<RunEvent> all = RunEvent.of(run);
        List<RunEvent> news = all.subList(Math.min(sent, run.goesOn() ? all.size() : all.size() - 1), all.size());
        sent = Math.max(sent, all.size());
        silence = news.isEmpty() ? silence + 1 : 0;
        return silence > 0 && silence % LONGEST_SILENCE == 0
                ? List.of(sse.newEventBuilder().comment("the run goes on").build())
                : news.stream().map(this::event).toList();
    }

    private OutboundSseEvent event(RunEvent event) {
        try {
            return sse.newEventBuilder()
                    .id(Integer.toString(event.number()))
                    .name(event.name())
                    .data(json.writeValueAsString(event))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the event " + event.name() + " cannot be written", e);
        }
    }
}
