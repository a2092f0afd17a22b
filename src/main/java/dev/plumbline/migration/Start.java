package dev.plumbline.migration;

import dev.plumbline.connection.Trouble;
import java.util.Collection;
import java.util.Optional;

/** What becomes of the wish to start a run. */
public sealed interface Start {

    /** The run has been started now, or was by an earlier request with the same key, perhaps of another replica. */
    record Accepted(Run run) implements Start {}

    /** Another run goes on; which one is not known if that is not kept. */
    record Busy(Optional<Run> running) implements Start {}

    /** The key belongs to a run that was asked for otherwise. */
    record KeyReused(Run earlier) implements Start {}

    /** No migration has the version that was asked for; these are those that there are. */
    record NoSuchTarget(String target, Collection<String> versions) implements Start {}

    /** The database cannot be reached, and so nothing has been started. */
    record Unavailable(Trouble trouble) implements Start {}
}
