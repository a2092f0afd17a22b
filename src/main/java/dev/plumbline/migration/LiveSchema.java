package dev.plumbline.migration;

import java.util.List;

/** The schema that migrations change, as far as a run has to know it. */
public interface LiveSchema {

    /**
     * What is there now, as text.
     *
     * @throws RuntimeException if not everything could be read
     */
    String snapshot();

    /** What tells the queries that read it from those of another version: a snapshot of these cannot be compared. */
    String reading();

    /**
     * What differs now from what was there, a sentence each.
     *
     * @throws RuntimeException if not everything could be read
     */
    List<String> changesSince(String snapshot);
}
