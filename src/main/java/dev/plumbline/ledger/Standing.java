package dev.plumbline.ledger;

import java.util.List;

/**
 * Where a database stands with its migrations.
 *
 * @param applied what is in Flyway's history, oldest first
 * @param migrating whether somebody migrates it at this moment
 */
public record Standing(List<Applied> applied, boolean migrating) {

    public Standing {
        applied = List.copyOf(applied);
    }
}
