package dev.plumbline.verification;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Lets one piece of work go on at a time. All who come meanwhile wait for one more piece, and share what comes of it: what
 * began before they came may have missed what they ask about.
 */
final class Queue<T> {

    private Uni<?> running = Uni.createFrom().voidItem();
    private Uni<T> next;

    /**
     * @param work must end by itself, for nothing begins before it has
     */
    synchronized Uni<T> join(Supplier<Uni<T>> work) {
        if (next == null) {
            next = running.onItemOrFailure()
                    .transformToUni((item, failure) -> begin(work))
                    .memoize()
                    .indefinitely();
        }
        return next;
    }

    private Uni<T> begin(Supplier<Uni<T>> work) {
        synchronized (this) {
            running = next;
            next = null;
        }
        return work.get();
    }
}
