package dev.plumbline.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Of which transactions a look at the schema may not have seen everything: those that had not ended when it began. PostgreSQL
 * calls it a snapshot (pg_snapshot).
 *
 * @param next all from this one on
 * @param running and of those before it these
 */
public record Horizon(long next, Set<Long> running) {

    public Horizon {
        running = Set.copyOf(running);
    }

    /**
     * Reads what {@link #toString} has written, and PostgreSQL.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Horizon of(String snapshot) {
        String[] parts = snapshot.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(snapshot + " is no pg_snapshot");
        }
        return new Horizon(
                Long.parseLong(parts[1]),
                Arrays.stream(parts[2].split(","))
                        .filter(number -> !number.isEmpty())
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()));
    }

    /** Whether what a transaction has done may not have been seen. */
    public boolean mayLack(long transaction) {
        return transaction >= next || running.contains(transaction);
    }

    /** The oldest transaction of which that is so: whatever changes something later is not older. */
    public long oldest() {
        return running.stream().min(Comparator.naturalOrder()).orElse(next);
    }

    public boolean isNewerThan(Horizon other) {
        return mark().compareTo(other.mark()) > 0;
    }

    private Mark mark() {
        return new Mark(next, running.size());
    }

    /** As PostgreSQL writes it. */
    @Override
    public String toString() {
        return oldest() + ":" + next + ":"
                + new TreeSet<>(running).stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
