package dev.plumbline.ledger;

import java.util.List;
import java.util.Map;

/**
 * What a run that nobody carries out any more has left in the database.
 *
 * @param scripts those that Flyway has recorded since it began, and whether they ran to their end
 * @param unfinished what a statement without a transaction has not finished, whoever began it
 */
public record Traces(Map<String, Boolean> scripts, List<Unfinished> unfinished) {

    public Traces {
        scripts = Map.copyOf(scripts);
        unfinished = List.copyOf(unfinished);
    }
}
