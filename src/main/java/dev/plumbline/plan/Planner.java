package dev.plumbline.plan;

import dev.plumbline.connection.Secrets;
import dev.plumbline.connection.Sql;
import dev.plumbline.connection.Trouble;
import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Diff;
import dev.plumbline.plan.Finding.Concern;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;

/** Tells what a run would do, and changes nothing. */
public final class Planner {

    private static final String DEFERRED = Sql.resource("plan/deferred.sql");

    private final Configuration flyway;
    private final Secrets secrets;
    private final Contract contract;
    private final Live live;
    private final Duration timeout;
    private final Duration lockTimeout;
    private final Clock clock;

    /** The schema as it is, as far as a plan has to know it. */
    public interface Live {

        /** How it differs from the contract. */
        Diff differences();

        /**
         * How it differs from what the last run has left.
         *
         * @param version the schema's; empty before the first migration
         */
        Since sinceLastRun(Optional<String> version);

        /** The script of which an earlier run may have left half: until somebody has dealt with that, no run begins with it. */
        Optional<String> half();
    }

    /**
     * What somebody has changed.
     *
     * @param changes a sentence each
     * @param unknown why that is not known
     * @param refused whether a run would not begin over them
     */
    public record Since(List<String> changes, Optional<String> unknown, boolean refused) {}

    /**
     * @param timeout how long a statement may run that only looks
     * @param lockTimeout how long a run waits for a lock
     */
    public Planner(
            Configuration flyway, Contract contract, Live live, Duration timeout, Duration lockTimeout, Clock clock) {
        this.flyway = flyway;
        this.secrets = new Secrets(flyway.getPlaceholders());
        this.contract = contract;
        this.live = live;
        this.timeout = timeout;
        this.lockTimeout = lockTimeout;
        this.clock = clock;
    }

    /**
     * Looks now.
     *
     * @param target the version to stop at; empty for all
     */
    public Plan plan(Optional<String> target) {
        try {
            return new Look(flyway, contract, live, timeout, lockTimeout, target, Pending.read(upTo(target)))
                    .plan(clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("the plan could not be made", e);
        } catch (FlywayException e) {
            return unreadable(target, secrets.hide(objection(e)));
        }
    }

    /**
     * To scripts that Flyway cannot read, of which a run would not execute one.
     *
     * @throws FlywayException if it is the database that cannot be read
     */
    private static String objection(FlywayException why) {
        if (Trouble.behind(why).kind() != Trouble.Kind.OTHER
                || Trouble.sqlState(why).isPresent()) {
            throw why;
        }
        return String.valueOf(why.getMessage()).replaceAll("\\R+", " ");
    }

    private Plan unreadable(Optional<String> target, String objection) {
        return new Plan(
                clock.instant(),
                contract.schema().fingerprint(),
                target,
                Optional.empty(),
                List.of(),
                List.of(Finding.error(Concern.HISTORY, objection)),
                List.of("everything: the scripts cannot be read"));
    }

    /**
     * One script for an editor, which does the same and writes Flyway's history as Flyway would.
     *
     * @throws NotSqlException if not all that a run would do can be written so
     * @throws RefusedException if a run would do nothing of it
     */
    public String script(Optional<String> target) {
        Pending pending = readable(target);
        List<String> objections = Stream.of(pending.objections().stream(), half(pending, live).stream(), drift(pending))
                .flatMap(all -> all)
                .toList();
        if (!objections.isEmpty()) {
            throw new RefusedException(objections);
        }
        return new Editor(pending, secrets, lockTimeout, isDeferred()).script();
    }

    /** Why a run would not begin with what is pending, if half of it is there. */
    static Optional<String> half(Pending pending, Live live) {
        return live.half()
                .filter(script ->
                        pending.scripts().stream().anyMatch(one -> one.name().equals(script)))
                .map(script -> "an earlier run has ended within " + script
                        + ", of which a part may have taken effect: undo that, and POST /migrations/repair");
    }

    private Stream<String> drift(Pending pending) {
        if (pending.scripts().isEmpty()) {
            return Stream.empty();
        }
        Since since = live.sinceLastRun(pending.current());
        return since.refused()
                ? since.changes().stream().map(change -> "since the last run: " + change)
                : Stream.empty();
    }

    private boolean isDeferred() {
        try (Session session = new Session(flyway.getDataSource(), timeout)) {
            return session.rows(Session.OF_NOBODY, DEFERRED, row -> row.getBoolean("deferred"))
                    .get(0);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be read", e);
        }
    }

    private Pending readable(Optional<String> target) {
        try {
            return Pending.read(upTo(target));
        } catch (FlywayException e) {
            throw new RefusedException(List.of(secrets.hide(objection(e))));
        }
    }

    private Configuration upTo(Optional<String> target) {
        var configuration = Flyway.configure().configuration(flyway);
        target.ifPresent(configuration::target);
        return configuration;
    }
}
