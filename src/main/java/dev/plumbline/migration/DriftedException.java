package dev.plumbline.migration;

import java.util.List;

/** Somebody has changed the schema since the last run. */
final class DriftedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> changes;

    DriftedException(List<String> changes) {
        super("the schema is not what the last run has left: " + changes.size()
                + (changes.size() == 1 ? " difference" : " differences") + "; nothing has been run");
        this.changes = changes;
    }

    /** A sentence each. */
    List<String> changes() {
        return changes;
    }
}
