package dev.plumbline.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.command.Arguments.Form;
import dev.plumbline.connection.DatabaseConfig;
import dev.plumbline.migration.Run;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.Verdict;
import dev.plumbline.verification.Verifier;
import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.mutiny.Uni;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A command that prints its result and is over. */
public final class Once implements QuarkusApplication {

    private final Waiting waiting;
    private final FirstRun firstRun;
    private final Verifier verifier;
    private final DatabaseConfig config;
    private final ObjectMapper json;

    Once(Waiting waiting, FirstRun firstRun, Verifier verifier, DatabaseConfig config, ObjectMapper json) {
        this.waiting = waiting;
        this.firstRun = firstRun;
        this.verifier = verifier;
        this.config = config;
        this.json = json;
    }

    @Override
    public int run(String... words) throws JsonProcessingException {
        Arguments arguments = Arguments.of(words);
        Result result = result(arguments.command()).await().indefinitely();
        print(arguments.form() == Form.JSON ? json.writeValueAsString(result) + "\n" : ResultText.of(result));
        return result.exit().code();
    }

    private static void print(String text) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
    }

    private Uni<Result> result(Command command) {
        return waiting.inTime()
                .chain(() -> command == Command.MIGRATE
                        ? migrated()
                        : Uni.createFrom().item(Optional.<Run>empty()))
                .chain(run -> verified().map(report -> Result.of(run, report)))
                .onFailure(UnavailableException.class)
                .recoverWithItem(failure -> Result.of(failure.trouble()));
    }

    private Uni<Optional<Run>> migrated() {
        return Uni.createFrom()
                .deferred(firstRun::carryOut)
                .onFailure(UnavailableException.class)
                .retry()
                .withBackOff(Waiting.FIRST_PAUSE, Waiting.LONGEST_PAUSE)
                .expireIn(patience().toMillis());
    }

    /** What is not to be waited for is given a moment. */
    private Duration patience() {
        return config.waitTimeout().plusMillis(1);
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
