package dev.plumbline.migration;

import java.util.Collection;

/** What becomes of the wish to start a run. */
public sealed interface Start {

    /** The run has been started now, or was by an earlier request with the same key. */
    record Accepted(Attempt attempt) implements Start {}

    /** Another run goes on. */
    record Busy(Run running) implements Start {}

    /** The key belongs to a run with another target. */
    record KeyReused(Run earlier) implements Start {}

    /** No migration has the version that was asked for; these are those that there are. */
    record NoSuchTarget(String target, Collection<String> versions) implements Start {}
}
