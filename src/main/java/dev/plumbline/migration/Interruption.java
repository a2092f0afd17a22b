package dev.plumbline.migration;

import dev.plumbline.ledger.Traces;
import dev.plumbline.ledger.Unfinished;
import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
import java.util.List;
import java.util.Optional;

/** Finds out from what is in the database what became of a run whose process has gone. */
final class Interruption {

    private Interruption() {}

    static Run of(Run run, Traces traces) {
        List<Script> scripts =
                run.scripts().stream().map(script -> traced(script, traces)).toList();
        Optional<Script> open = scripts.stream()
                .filter(script -> script.outcome() == Outcome.INTERRUPTED
                        || script.outcome() == Outcome.FAILED && !script.transactional())
                .findFirst();
        return run.interrupted(scripts, failure(open, traces.unfinished()));
    }

    /**
     * Flyway records a script together with what it does, or after that if it has no transaction; that a script has
     * succeeded is written down just before.
     */
    private static Script traced(Script script, Traces traces) {
        if (script.outcome() != Outcome.RUNNING && script.outcome() != Outcome.SUCCEEDED) {
            return script;
        }
        Boolean success = traces.scripts().get(script.script());
        Outcome outcome = success == null ? Outcome.INTERRUPTED : success ? Outcome.SUCCEEDED : Outcome.FAILED;
        return script.ended(outcome, script.took(), script.warnings());
    }

    private static Failure failure(Optional<Script> open, List<Unfinished> unfinished) {
        String ended = "the process or its connection ended before the run did";
        if (open.isEmpty()) {
            return Failure.of(
                            ended + ", between two scripts or in a callback: each script has run whole or not at all",
                            Optional.empty(),
                            Optional.of("start another run, which goes on from here"))
                    .mayPass();
        }
        Optional<String> script = open.map(Script::script);
        if (open.get().transactional()) {
            return Failure.of(
                            ended + ", in the middle of a script, of which nothing has taken effect",
                            script,
                            Optional.of("start another run, which begins with this script"))
                    .mayPass();
        }
        return Failure.of(
                ended + ", in the middle of a script that has no transaction: a part of it may have taken effect"
                        + Unfinished.told(unfinished),
                script,
                Optional.of(Unfinished.remedies(unfinished) + Failures.UNDO_HALF));
    }
}
