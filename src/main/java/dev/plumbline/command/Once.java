package dev.plumbline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.command.Arguments.Form;
import dev.plumbline.connection.DatabaseConfig;
import dev.plumbline.connection.Trouble;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Runs;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.Verdict;
import dev.plumbline.verification.Verifier;
import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A command that prints its result and is over. It is no bean with a proxy, as which Quarkus would take it: that would change its class, and
 * the package would tell in which folder it was built (changed classes stand in the order of the paths that they come from).
 */
@Singleton
public final class Once implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Once.class);

    private final Waiting waiting;
    private final FirstRun firstRun;
    private final Runs runs;
    private final Verifier verifier;
    private final DatabaseConfig config;
    private final ObjectMapper json;

    Once(Waiting waiting, FirstRun firstRun, Runs runs, Verifier verifier, DatabaseConfig config, ObjectMapper json) {
        this.waiting = waiting;
        this.firstRun = firstRun;
        this.runs = runs;
        this.verifier = verifier;
        this.config = config;
        this.json = json;
    }

    @Override
    public int run(String... words) throws JsonProcessingException {
        if (isEnding()) {
            return Ending.BY_SIGTERM;
        }
        Arguments arguments = Arguments.of(words);
        Result result = result(arguments.command()).await().indefinitely();
        boolean isPrinted =
                print(arguments.form() == Form.JSON ? json.writeValueAsString(result) + "\n" : ResultText.of(result));
        if (!isPrinted) {
            LOG.errorf(
                    "the result cannot be written to standard output; its exit code was %d",
                    result.exit().code());
        }
        return isPrinted ? result.exit().code() : Exit.FAILED.code();
    }

    /** Whether a signal has come while the process was starting: Quarkus lets the command begin all the same. */
    private static boolean isEnding() {
        var hook = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            return true;
        }
        Runtime.getRuntime().removeShutdownHook(hook);
        return false;
    }

    private static boolean print(String text) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(text);
        return !out.checkError();
    }

    private Uni<Result> result(Command command) {
        return waiting.inTime()
                .chain(() -> command == Command.MIGRATE
                        ? migrated()
                        : Uni.createFrom().item(Optional.<Run>empty()))
                .chain(run -> report(run).map(report -> Result.of(run, report)))
                .onFailure(UnavailableException.class)
                .recoverWithItem(failure -> Result.of(failure.trouble()));
    }

    private Uni<Optional<Run>> migrated() {
        return Uni.createFrom()
                .deferred(firstRun::carryOut)
                .onFailure(failure -> failure instanceof UnavailableException unavailable
                        && unavailable.trouble().kind() != Trouble.Kind.OTHER)
                .retry()
                .withBackOff(Waiting.FIRST_PAUSE, Waiting.LONGEST_PAUSE)
                .expireIn(patience().toMillis());
    }

    /** What is not to be waited for is given a moment. */
    private Duration patience() {
        return config.waitTimeout().plusMillis(1);
    }

    /** A run of our own has verified at its end; when the process is about to end, nothing more can be found out. */
    private Uni<Report> report(Optional<Run> run) {
        return run.flatMap(Run::report)
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .filter(report -> report.verdict().concludes() || runs.isEnding())
                .map(report -> Uni.createFrom().item(report))
                .orElseGet(this::verified);
    }

    /** Whoever migrates at this moment is waited for. */
    private Uni<Report> verified() {
        return Uni.createFrom()
                .deferred(verifier::verify)
                .repeat()
                .withDelay(Waiting.FIRST_PAUSE)
                .indefinitely()
                .filter(report -> report.verdict() != Verdict.MIGRATING)
                .toUni()
                .ifNoItem()
                .after(patience())
                .recoverWithUni(verifier::verify);
    }
}
