package dev.plumbline.migration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/** The runs of this process, newest first; of ended ones the last hundred are kept. */
public final class Runs {

    private static final int KEPT = 100;

    private final Deque<Attempt> attempts = new ArrayDeque<>();

    /** The run that goes on now. */
    public synchronized Optional<Run> running() {
        return attempts.stream().filter(Attempt::isRunning).map(Attempt::run).findFirst();
    }

    /** The run that ended last. */
    public synchronized Optional<Run> last() {
        return attempts.stream()
                .filter(attempt -> !attempt.isRunning())
                .map(Attempt::run)
                .findFirst();
    }

    public synchronized Optional<Run> find(UUID id) {
        return attempts.stream()
                .filter(attempt -> attempt.id().equals(id))
                .map(Attempt::run)
                .findFirst();
    }

    synchronized Optional<Attempt> withKey(Optional<String> key) {
        return attempts.stream()
                .filter(attempt -> key.isPresent() && attempt.key().equals(key))
                .findFirst();
    }

    synchronized void add(Attempt attempt) {
        attempts.addFirst(attempt);
        if (attempts.size() > KEPT) {
            attempts.removeLast();
        }
    }
}
