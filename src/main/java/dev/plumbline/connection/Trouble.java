package dev.plumbline.connection;

import io.vertx.pgclient.PgException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;

/**
 * What went wrong with a database, for people.
 *
 * @param kind what sort of trouble it is
 * @param message one sentence without secrets: PostgreSQL's messages name roles and databases, never passwords
 * @param diagnosis what it is, where that is known
 */
public record Trouble(Kind kind, String message, Optional<Diagnosis> diagnosis) {

    /** Of which nothing more is known. */
    public Trouble(Kind kind, String message) {
        this(kind, message, Optional.empty());
    }

    /** The sorts of trouble that call for different remedies. */
    public enum Kind {
        UNREACHABLE,
        REFUSED,
        NOT_ALLOWED,
        TOO_SLOW,
        OTHER
    }

    /** What lies behind a failure, whichever driver it came from. */
    public static Trouble behind(Throwable failure) {
        Trouble trouble = causes(failure)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> new Trouble(Kind.OTHER, told(failure)));
        return causes(failure).anyMatch(Trouble::isOfAStatement)
                ? new Trouble(Kind.OTHER, text(failure))
                : new Trouble(
                        trouble.kind,
                        trouble.message,
                        Diagnosis.of(sqlState(failure).orElse(""), everything(failure)));
    }

    /** Flyway says what it could not do, and its cause says why. */
    private static String told(Throwable failure) {
        return text(failure)
                + causes(failure)
                        .skip(1)
                        .filter(cause -> stateOf(cause).isPresent())
                        .findFirst()
                        .map(cause -> ": " + message(cause))
                        .orElse("");
    }

    /** In one line: what is wrong, and what to do about it. */
    public String advice() {
        return message + diagnosis.map(known -> ". " + known.remedy()).orElse("");
    }

    /** Flyway's own words can be those of a script. */
    private static String everything(Throwable failure) {
        return causes(failure)
                .filter(cause -> !cause.getClass().getName().startsWith("org.flywaydb."))
                .map(cause -> cause.getClass().getSimpleName() + " " + cause.getMessage())
                .collect(Collectors.joining("; "));
    }

    /** Whether waiting can mend it: the database is not there yet, or does not let us in yet, or says nothing. */
    public boolean mayPass() {
        return kind == Kind.UNREACHABLE
                || kind == Kind.REFUSED
                || diagnosis.filter(Diagnosis.NO_ANSWER::equals).isPresent();
    }

    /** The SQLSTATE behind a failure, if the server sent one. */
    public static Optional<String> sqlState(Throwable failure) {
        return causes(failure).flatMap(cause -> stateOf(cause).stream()).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static Optional<String> stateOf(Throwable cause) {
        if (cause instanceof PgException refusal) {
            return Optional.ofNullable(refusal.getSqlState());
        }
        return cause instanceof SQLException refusal ? Optional.ofNullable(refusal.getSQLState()) : Optional.empty();
    }

    /** What the server says of a connection of its own, as of dblink; of ours it says that this is FATAL. */
    private static boolean isOfAStatement(Throwable cause) {
        return cause instanceof PSQLException refusal
                && String.valueOf(refusal.getSQLState()).startsWith("08")
                && refusal.getServerErrorMessage() != null
                && "ERROR".equals(refusal.getServerErrorMessage().getSeverity());
    }

    private static Optional<Trouble> known(Throwable cause) {
        Optional<Trouble> told = stateOf(cause).flatMap(state -> told(state, message(cause)));
        return told.isPresent() ? told : unreachable(cause);
    }

    /** By class of SQLSTATE, see appendix A of PostgreSQL's manual. */
    private static Optional<Trouble> told(String state, String message) {
        if (state.startsWith("28") || state.equals("3D000")) {
            return Optional.of(new Trouble(Kind.REFUSED, "the database refused the login: " + message));
        }
        if (state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("53300")
                || state.equals("55000") && message.contains("not currently accepting connections")) {
            return Optional.of(new Trouble(Kind.UNREACHABLE, "the database cannot be reached: " + message));
        }
        if (state.equals("57014") && message.contains("user request")) {
            return Optional.of(new Trouble(Kind.TOO_SLOW, "somebody has ended it: " + message));
        }
        if (state.equals("57014") || state.equals("55P03")) {
            return Optional.of(new Trouble(Kind.TOO_SLOW, "the database took longer than allowed: " + message));
        }
        return state.equals("42501")
                ? Optional.of(new Trouble(Kind.NOT_ALLOWED, "the role may not do that: " + message))
                : Optional.empty();
    }

    /** What drivers throw when the other side has gone, beside what says so in a SQLSTATE. */
    private static final Set<String> LOST = Set.of(
            "ClosedChannelException",
            "StacklessClosedChannelException",
            "ClosedConnectionException",
            "NativeIoException",
            "EOFException");

    /** What the pools of both drivers say if nobody has given a connection back in time. */
    private static final Set<String> OF_POOL = Set.of("Timeout", "Sorry, acquisition timeout!");

    static boolean isOfPool(Throwable failure) {
        return failure.getMessage() != null && OF_POOL.contains(failure.getMessage());
    }

    private static Optional<Trouble> unreachable(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return Optional.of(new Trouble(Kind.UNREACHABLE, "the database's host is not known: " + text(cause)));
        }
        if (cause instanceof SocketException || LOST.contains(cause.getClass().getSimpleName())) {
            return Optional.of(new Trouble(Kind.UNREACHABLE, "the database cannot be reached: " + text(cause)));
        }
        if (cause instanceof SSLException) {
            return Optional.of(new Trouble(Kind.REFUSED, "there is no trust in the database's TLS: " + text(cause)));
        }
        if (isOfPool(cause)) {
            return Optional.of(new Trouble(
                    Kind.UNREACHABLE,
                    "no connection to the database was to be had in time: all were in use, or it does not answer"));
        }
        return cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException
                ? Optional.of(new Trouble(Kind.TOO_SLOW, "the database did not answer in time"))
                : Optional.empty();
    }

    private static String message(Throwable cause) {
        return cause instanceof PgException refusal ? refusal.getErrorMessage() : text(cause);
    }

    private static String text(Throwable cause) {
        return Optional.ofNullable(cause.getMessage())
                .map(message -> message.lines().findFirst().orElse("").replaceFirst("\\.$", ""))
                .filter(line -> !line.isBlank())
                .orElse(cause.getClass().getSimpleName());
    }
}
