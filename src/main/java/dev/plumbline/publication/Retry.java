package dev.plumbline.publication;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When to try again what has failed: after a second, and then after twice as long each time, up to an hour; less up to a half of
 * that at random, so that many do not come back at the same moment.
 */
final class Retry {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final DoubleSupplier random;

    /**
     * @param random from 0 to 1
     */
    Retry(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * @param attempt that has failed, counted from 1
     * @param age how long ago the message was written
     * @param giveUpAfter how old it may become
     * @param wished for how long the other side wants to be left alone, which counts up to the longest that there is
     * @return after how long to try again; empty if it is not worth it
     */
    Optional<Duration> after(int attempt, Duration age, Duration giveUpAfter, Duration wished) {
        if (age.compareTo(giveUpAfter) >= 0) {
            return Optional.empty();
        }
        Duration whole = FIRST.multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration most = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
        Duration own = Duration.ofMillis((long) (most.toMillis() * (1 - random.getAsDouble() / 2)));
        Duration heard = wished.compareTo(LONGEST) < 0 ? wished : LONGEST;
        return Optional.of(own.compareTo(heard) < 0 ? heard : own);
    }
}
