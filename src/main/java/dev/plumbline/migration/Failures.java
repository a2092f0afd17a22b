package dev.plumbline.migration;

import dev.plumbline.connection.Diagnosis;
import dev.plumbline.connection.Secrets;
import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.History;
import dev.plumbline.ledger.Unfinished;
import dev.plumbline.migration.Run.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns what Flyway throws into what a person needs to know. */
final class Failures {

    private static final int LONGEST_STATEMENT = 2_000;
    private static final int MOST_CHANGES = 50;
    private static final String QUERY_CANCELED = "57014";

    static final String WAITED_TOO_LONG =
            "a statement has waited longer for its locks, all in all, than plumbline.migration.lock-timeout, while others waited"
                    + " for it, or it and others waited for each other";

    static final String STOPPED =
            "the connection that holds the right to migrate was lost, and so the run was stopped: another may have begun";

    private static final List<String> ADVICE = List.of(
            "Either ", "Need more ", "To ignore ", "To fix ", "Run migrate ", "If you removed ", "Please remove ");

    static final String UNDO_HALF =
            "undo what the script has done so far, unless it can run over it; then POST /migrations/repair,"
                    + " before which no run begins with it, and start another run, which does";

    private static final String OF_TABLES = "migrate as the role that made the schema " + History.SCHEMA
            + ", or grant the user in DATABASE_URL usage on it, and select, insert, update and delete on all of its tables";

    private static final String OF_ANOTHER_ROLE =
            "migrate as the role that made this schema; or, if no run of it has changed anything outside, as it or a superuser"
                    + " drop schema plumbline cascade; or else make the role that migrates the owner of this schema and of all in it";

    private Failures() {}

    /** What to do about what a run has left of a script, and of what the script has begun. */
    static String ofAHalf(List<Unfinished> unfinished) {
        return "a part of the script may have taken effect, for it has no transaction, or ends its own: "
                + Unfinished.remedies(unfinished) + UNDO_HALF;
    }

    /**
     * @param secrets what must not be shown of a statement
     * @param attempt what has become of the run
     */
    static Failure of(Throwable thrown, Secrets secrets, Attempt attempt) {
        Failure failure = of(thrown, secrets);
        if (attempt.hasWaitedTooLong()
                && Trouble.sqlState(thrown).filter(QUERY_CANCELED::equals).isPresent()) {
            failure = failure.withMessage(WAITED_TOO_LONG);
        }
        if (attempt.isStopped()) {
            failure = failure.ofAStop(STOPPED, "start another run, which goes on from here");
        }
        return failure;
    }

    private static Failure of(Throwable thrown, Secrets secrets) {
        if (thrown instanceof SessionNeededException needed) {
            return Failure.of(
                    needed.getMessage(),
                    Optional.of(needed.script()),
                    Optional.of("give DATABASE_URL the database itself or a pooler in session mode"
                            + " (on Supabase the same host with port 5432), and start another run"));
        }
        if (thrown instanceof DriftedException drifted) {
            return ofDrift(drifted);
        }
        if (thrown instanceof HalfDoneException half) {
            return Failure.of(half.getMessage(), Optional.of(half.script()), Optional.of(UNDO_HALF))
                    .withProblem(Failure.HALF_DONE);
        }
        Optional<FlywaySqlScriptException> inScript = cause(thrown, FlywaySqlScriptException.class);
        Optional<ServerErrorMessage> server =
                cause(thrown, PSQLException.class).flatMap(e -> Optional.ofNullable(e.getServerErrorMessage()));
        Trouble trouble = Trouble.behind(thrown);
        String statement = inScript.map(FlywaySqlScriptException::getStatement).orElse("");
        UnaryOperator<String> hiding = text -> secrets.hide(text, statement);
        return new Failure(
                hiding.apply(message(thrown, trouble, server, secrets)),
                cause(thrown, FlywayMigrateException.class)
                        .map(e -> e.getMigration().getScript()),
                inScript.map(FlywaySqlScriptException::getLineNumber).filter(line -> line > 0),
                Optional.of(statement)
                        .filter(sql -> !sql.isBlank())
                        .map(secrets::hide)
                        .map(Failures::shortened),
                Trouble.sqlState(thrown),
                server.flatMap(message -> Optional.ofNullable(message.getDetail()))
                        .map(hiding),
                server.flatMap(message -> Optional.ofNullable(message.getHint()))
                        .map(hiding),
                remedy(trouble, thrown, statement).map(hiding),
                trouble.diagnosis().map(Diagnosis::type),
                trouble.mayPass());
    }

    private static Failure ofDrift(DriftedException drifted) {
        return new Failure(
                drifted.getMessage(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(drifted.changes().stream().limit(MOST_CHANGES).collect(Collectors.joining("\n"))),
                Optional.empty(),
                Optional.of("put the schema back, or post {\"driftGate\": \"ignore\"} to run over it once;"
                        + " what an application makes by itself belongs into plumbline.verification.ignore"),
                Optional.of(Failure.DRIFT),
                false);
    }

    /** Flyway's own can quote a statement. */
    private static String message(
            Throwable thrown, Trouble trouble, Optional<ServerErrorMessage> server, Secrets secrets) {
        return trouble.kind() == Trouble.Kind.OTHER
                ? server.map(ServerErrorMessage::getMessage).orElseGet(() -> secrets.hide(withoutAdvice(thrown)))
                : trouble.message();
    }

    /** Flyway's advice names commands, settings and pages of Flyway's own. */
    private static String withoutAdvice(Throwable thrown) {
        return String.valueOf(thrown.getMessage())
                .lines()
                .filter(line -> ADVICE.stream().noneMatch(line::startsWith))
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> remedy(Trouble trouble, Throwable thrown, String statement) {
        if (trouble.kind() == Trouble.Kind.NOT_ALLOWED && trouble.message().contains("schema " + History.SCHEMA)) {
            return Optional.of(OF_ANOTHER_ROLE);
        }
        if (trouble.kind() == Trouble.Kind.NOT_ALLOWED) {
            Optional<String> lacking =
                    thrown instanceof UnkeptException && trouble.message().contains(" table ")
                            ? Optional.of(OF_TABLES)
                            : Lacking.remedy(trouble.message(), statement);
            if (lacking.isPresent()) {
                return lacking;
            }
        }
        if (trouble.kind() == Trouble.Kind.TOO_SLOW && trouble.diagnosis().isEmpty()) {
            return Optional.of("try again when the long query is over that holds the lock, or allow more time"
                    + " with plumbline.migration.lock-timeout or plumbline.migration.statement-timeout");
        }
        return trouble.diagnosis()
                .map(Diagnosis::remedy)
                .or(() -> cause(thrown, FlywayValidateException.class).map(Failures::ofValidation))
                .or(() -> trouble.mayPass()
                        ? Optional.of("see that the database runs and that DATABASE_URL names its host and port")
                        : Optional.empty());
    }

    private static String ofValidation(FlywayValidateException invalid) {
        String message = String.valueOf(invalid.getMessage());
        if (message.contains("failed migration")) {
            return "a script without a transaction has failed: undo what it has done so far, and POST /migrations/repair, which"
                    + " takes it from the history; then start another run";
        }
        return message.contains("migration not applied")
                ? "a script has a lower version than one that has run before: give it a higher one, or allow it to run after"
                        + " that with quarkus.flyway.out-of-order=true"
                : "put back the scripts as they were when they ran, and change the schema in a new one";
    }

    private static String shortened(String statement) {
        return statement.length() <= LONGEST_STATEMENT ? statement : statement.substring(0, LONGEST_STATEMENT) + "...";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, e -> e != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
