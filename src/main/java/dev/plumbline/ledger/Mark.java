package dev.plumbline.ledger;

import java.util.Comparator;

/**
 * How much of what happens in the database somebody can see. It grows in one order, whoever looks.
 *
 * @param ended the transactions below this number had ended
 * @param running but for so many
 */
public record Mark(long ended, long running) implements Comparable<Mark> {

    private static final Comparator<Mark> ORDER =
            Comparator.comparingLong(Mark::ended).thenComparing(Mark::running, Comparator.reverseOrder());

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }
}
