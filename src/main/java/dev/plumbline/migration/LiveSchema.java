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

    /**
     * What differs now from what was there, a sentence each.
     *
     * @throws RuntimeException if not everything could be read
     */
    List<String> changesSince(String snapshot);
}
