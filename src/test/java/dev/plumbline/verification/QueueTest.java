package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTest {

    private final List<UniEmitter<? super String>> begun = new ArrayList<>();
    private final List<String> got = new ArrayList<>();
    private final Queue<String> queue = new Queue<>();

    @Test
    void theFirstBeginsAtOnceAndAllWhoComeMeanwhileShareTheNext() {
        ask("a");
        ask("b");
        ask("c");
        assertEquals(1, begun.size());

        begun.get(0).complete("first");
        assertEquals(List.of("a first"), got);
        assertEquals(2, begun.size());

        ask("d");
        begun.get(1).complete("second");
        assertEquals(List.of("a first", "b second", "c second"), got);
        begun.get(2).complete("third");
        assertEquals(List.of("a first", "b second", "c second", "d third"), got);
        assertEquals(3, begun.size());
    }

    @Test
    void aFailureIsOfThoseWhoSharedItAndStopsNobodyElse() {
        ask("a");
        ask("b");
        begun.get(0).fail(new IllegalStateException("gone"));
        begun.get(1).complete("second");
        assertEquals(List.of("a gone", "b second"), got);
    }

    @Test
    void whoHasLeftLeavesTheWorkToTheOthers() {
        var left = queue.join(this::work).subscribe().with(got::add);
        ask("b");
        left.cancel();
        begun.get(0).complete("first");
        begun.get(1).complete("second");
        assertEquals(List.of("b second"), got);
    }

    private void ask(String who) {
        queue.join(this::work)
                .subscribe()
                .with(item -> got.add(who + " " + item), failure -> got.add(who + " " + failure.getMessage()));
    }

    private Uni<String> work() {
        return Uni.createFrom().emitter(begun::add);
    }
}
