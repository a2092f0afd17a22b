package dev.plumbline.ledger;

/** The role that reads may not read Flyway's history. */
public final class HistoryUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryUnreadableException(String role) {
        super("the role " + role + " may not read plumbline.flyway_schema_history, or not all of it, and so cannot tell"
                + " whether all migrations have run; grant it usage on schema plumbline and select on that table, and disable"
                + " row level security there");
    }
}
