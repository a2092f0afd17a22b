package dev.plumbline.ledger;

import java.util.UUID;

/**
 * A run as the ledger has it.
 *
 * @param number grows from one run to the next
 * @param outcome one of RUNNING, SUCCEEDED, FAILED and INTERRUPTED
 * @param historyRank the last rank of Flyway's history when it began
 * @param document the run as JSON
 * @param alive whether the process that carries it out lives
 */
public record Entry(long number, UUID id, String outcome, int historyRank, String document, boolean alive) {

    public static final String RUNNING = "RUNNING";

    /** Whether nobody carries it out any more, and nobody has said what became of it. */
    public boolean isAbandoned() {
        return outcome.equals(RUNNING) && !alive;
    }
}
