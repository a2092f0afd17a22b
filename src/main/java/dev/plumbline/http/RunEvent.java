package dev.plumbline.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step of a run.
 *
 * @param number counts them from 1: the id under which it is sent, the same from each replica
 * @param name what has happened
 * @param script the script that it has happened to
 * @param run the whole run without its report, at its end
 */
@RegisterForReflection
@Schema(description = "A step of a run; its name and number are the event's name and id.")
record RunEvent(@JsonIgnore int number, @JsonIgnore String name, Optional<Script> script, Optional<Run> run) {

    /** All steps that a run has taken so far: a script that has ended has begun before. */
    static List<RunEvent> of(Run run) {
        var events = new ArrayList<RunEvent>();
        for (Script script : run.scripts()) {
            events.add(new RunEvent(events.size() + 1, "script-started", Optional.of(begun(script)), Optional.empty()));
            if (script.outcome() != Outcome.RUNNING) {
                events.add(new RunEvent(
                        events.size() + 1, "script-" + word(script.outcome()), Optional.of(script), Optional.empty()));
            }
        }
        if (!run.goesOn()) {
            events.add(new RunEvent(
                    events.size() + 1, "run-" + word(run.outcome()), Optional.empty(), Optional.of(run.inShort())));
        }
        return events;
    }

    private static Script begun(Script script) {
        return new Script(
                script.script(),
                script.version(),
                script.description(),
                script.transactional(),
                Outcome.RUNNING,
                Optional.empty(),
                List.of());
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
