package dev.plumbline.migration;

import dev.plumbline.connection.LogText;
import dev.plumbline.connection.Secrets;
import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.Hold;
import dev.plumbline.ledger.Ledger;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.ledger.Unfinished;
import dev.plumbline.migration.Start.Accepted;
import dev.plumbline.migration.Start.Busy;
import dev.plumbline.migration.Start.KeyReused;
import dev.plumbline.migration.Start.NoSuchTarget;
import dev.plumbline.migration.Start.Unavailable;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.jboss.logging.Logger;

/** Starts runs, one at a time in all replicas, and sees to it that each is kept. */
public final class Migrator {

    private static final Logger LOG = Logger.getLogger(Migrator.class);
    private static final Trouble ENDING = new Trouble(Trouble.Kind.UNREACHABLE, "this process is about to end");

    /** That of Flyway's own column; a number of a million digits is a minute's work to compare. */
    private static final int LONGEST_VERSION = 50;

    /** A run that has just begun is not written down yet. */
    private static final int LOOKS = 50;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofMinutes(1);

    private final Configuration flyway;
    private final MigrationConfig config;
    private final Promise promise;
    private final Clock clock;
    private final Executor executor;
    private final Ledger ledger;
    private final Runs runs;
    private final LiveSchema schema;
    private final Supplier<?> inspection;
    private final Consumer<Run> listener;

    /**
     * What this build's migrations promise.
     *
     * @param versions those that there are migrations for
     * @param fingerprint of the schema that they build
     */
    public record Promise(Collection<String> versions, String fingerprint) {}

    /**
     * @param flyway which database, which scripts
     * @param executor carries out the runs
     * @param schema what the runs change
     * @param inspection is asked after each run for a report on what the run has left behind
     * @param listener is told of each run that has ended
     */
    public Migrator(
            Configuration flyway,
            MigrationConfig config,
            Promise promise,
            Clock clock,
            Executor executor,
            Ledger ledger,
            Runs runs,
            LiveSchema schema,
            Supplier<?> inspection,
            Consumer<Run> listener) {
        this.flyway = flyway;
        this.config = config;
        this.promise = promise;
        this.clock = clock;
        this.executor = executor;
        this.ledger = ledger;
        this.runs = runs;
        this.schema = schema;
        this.inspection = inspection;
        this.listener = listener;
    }

    /** Starts a run, unless one goes on in any replica. */
    public Uni<Start> start(Wish wish) {
        return Uni.createFrom().item(() -> decide(wish)).runSubscriptionOn(executor);
    }

    private Start decide(Wish wish) {
        if (wish.target().isPresent() && !isKnown(wish.target().get())) {
            return new NoSuchTarget(wish.target().get(), promise.versions());
        }
        try {
            for (int look = 0; look < LOOKS; look++) {
                Optional<Start> start = attempt(wish);
                if (start.isPresent()) {
                    return start.get();
                }
                await(Uni.createFrom().voidItem().onItem().delayIt().by(BETWEEN_LOOKS));
            }
            return new Busy(Optional.empty());
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.behind(e);
            if (mayPass(trouble) || trouble.kind() == Trouble.Kind.NOT_ALLOWED) {
                return new Unavailable(trouble);
            }
            throw e;
        }
    }

    /** Whether there is a migration of this version. */
    public boolean isKnown(String target) {
        if (target.length() > LONGEST_VERSION) {
            return false;
        }
        try {
            MigrationVersion wanted = MigrationVersion.fromVersion(target);
            return promise.versions().stream()
                    .map(MigrationVersion::fromVersion)
                    .anyMatch(wanted::equals);
        } catch (FlywayException e) {
            LOG.debugf(e, "%s is no version", target);
            return false;
        }
    }

    /** Empty if somebody has begun a run of which nothing can be read yet. */
    private Optional<Start> attempt(Wish wish) {
        Optional<Start> before = earlier(wish);
        if (before.isPresent()) {
            return before;
        }
        UUID id = UUID.randomUUID();
        Optional<Hold> hold = await(ledger.hold(id, config.silenceTimeout()));
        Optional<Start> meanwhile;
        try {
            meanwhile = earlier(wish);
        } catch (RuntimeException e) {
            hold.ifPresent(Hold::release);
            throw e;
        }
        if (hold.isPresent() && meanwhile.isEmpty()) {
            return Optional.of(begin(new Attempt(id, clock.instant(), promise.fingerprint(), wish), hold.get()));
        }
        hold.ifPresent(ours -> await(ours.release()));
        return meanwhile.or(() ->
                await(runs.running()).map(running -> earlier(wish).orElseGet(() -> new Busy(Optional.of(running)))));
    }

    private Optional<Start> earlier(Wish wish) {
        return wish.key()
                .flatMap(key -> await(runs.withKey(key)))
                .map(run -> wish.isThatOf(run) ? new Accepted(run) : new KeyReused(run));
    }

    private Start begin(Attempt attempt, Hold hold) {
        boolean hasBegun = false;
        try {
            // First, for when the process ends meanwhile.
            Optional<Trouble> obstacle = runs.add(attempt) ? keep(attempt) : Optional.of(ENDING);
            if (obstacle.isPresent()) {
                return new Unavailable(obstacle.get());
            }
            executor.execute(() -> carryOut(attempt, hold));
            hasBegun = true;
            return new Accepted(attempt.run());
        } finally {
            if (!hasBegun) {
                runs.forget(attempt);
                await(hold.release());
            }
        }
    }

    /** Also what waits for somebody else's lock: only the ledger knows of halves, and of what the run before has left. */
    private static boolean mayPass(Trouble trouble) {
        return trouble.mayPass() || trouble.kind() == Trouble.Kind.TOO_SLOW;
    }

    /**
     * Nothing begins that cannot be written down, or over what cannot be read: nobody would know of a half. Who may not is told so by a
     * run that fails, for no later one will do better.
     *
     * @return why nothing may begin
     */
    private Optional<Trouble> keep(Attempt attempt) {
        try {
            LedgerTables.create(flyway);
            await(runs.settle()).forEach(before -> tell(attempt, before));
            await(ledger.forget(clock.instant().minus(config.keepRuns())));
            var point = await(ledger.insert(attempt.id(), attempt.wish().key(), RunDocument.write(attempt.run())));
            attempt.keptSince(point, new Steps(ledger));
        } catch (RuntimeException | SQLException e) {
            Trouble trouble = Trouble.behind(e);
            if (mayPass(trouble)) {
                return Optional.of(trouble);
            }
            if (trouble.kind() != Trouble.Kind.NOT_ALLOWED) {
                LOG.warnf("no run begins: the ledger cannot be written: %s", LogText.oneLine(trouble.message()));
                return Optional.of(new Trouble(
                        trouble.kind(), "the ledger cannot be written: " + trouble.message(), trouble.diagnosis()));
            }
            attempt.unkept(e);
        }
        return Optional.empty();
    }

    private static void tell(Attempt attempt, Run before) {
        String what = "the run " + before.id() + " before was " + before.outcome()
                + before.failure()
                        .map(failure ->
                                failure.script().map(script -> ", in " + script).orElse("") + ": " + failure.message())
                        .orElse("");
        attempt.warn(what);
        LOG.warnf("run %s: %s", attempt.id(), LogText.oneLine(what));
    }

    private void carryOut(Attempt attempt, Hold hold) {
        LOG.infof("run %s: started", attempt.id());
        hold.whenLost(() -> {
            LOG.warnf("run %s: the connection that holds the right to migrate is lost", attempt.id());
            attempt.stop();
        });
        Run ended = execute(attempt);
        try {
            if (attempt.isKept()) {
                ended = kept(attempt, ended);
            }
            await(hold.release());
        } finally {
            attempt.complete(ended);
            listener.accept(ended);
        }
    }

    private Run execute(Attempt attempt) {
        try {
            attempt.checkKept();
            Optional<String> to = attempt.wish().repair() ? repair(attempt) : migrate(attempt);
            LOG.infof("run %s: succeeded, %d migrations executed", attempt.id(), attempt.executed());
            return attempt.succeeded(clock.instant(), to, inspection.get());
        } catch (RuntimeException | SQLException | Error e) {
            Run.Failure failure = Failures.of(e, new Secrets(flyway.getPlaceholders()), attempt);
            if (attempt.isHalfDone() || failure.isOfAHalf()) {
                failure = failure.ofAHalf(attempt.lastScript(), unfinished());
            }
            LOG.errorf(
                    "run %s: failed%s: %s%s",
                    attempt.id(),
                    place(failure),
                    LogText.oneLine(failure.message()),
                    failure.remedy()
                            .map(remedy -> ". " + LogText.oneLine(remedy))
                            .orElse(""));
            LOG.debug("the failure in full", e);
            return attempt.failed(clock.instant(), failure, inspection.get());
        }
    }

    /** None as well where the database has gone away: the report and the plan name them when it is back. */
    private List<Unfinished> unfinished() {
        try {
            return await(ledger.unfinished());
        } catch (RuntimeException e) {
            LOG.debug("what is unfinished could not be looked at", e);
            return List.of();
        }
    }

    /** What it leaves is kept while it is looked at for the report. */
    private Optional<String> migrate(Attempt attempt) throws SQLException {
        var gate = new Gate(ledger, schema, attempt.wish().gate().orElse(config.driftGate()), await(runs.half()));
        boolean succeeded = false;
        try {
            Optional<String> to =
                    new Execution(flyway, config, clock, pending -> gate.pass(attempt, pending)).carryOut(attempt);
            succeeded = true;
            return to;
        } finally {
            if (gate.isOpen() && !attempt.isStopped()) {
                boolean hasSucceeded = succeeded;
                attempt.leaves(CompletableFuture.runAsync(() -> gate.leave(attempt, hasSucceeded), executor));
            }
        }
    }

    private Optional<String> repair(Attempt attempt) {
        List<String> repaired = Stream.concat(await(ledger.repair()).stream(), await(runs.half()).stream())
                .distinct()
                .toList();
        attempt.repaired(repaired);
        if (!repaired.isEmpty()) {
            attempt.warn("the schema as it is now counts as what this run has left, and was compared with nothing");
            new Gate(ledger, schema, config.driftGate(), Optional.empty()).leave(attempt);
        }
        LOG.warnf("run %s: repaired: %s", attempt.id(), repaired);
        return Optional.empty();
    }

    /** If others have told of its end before, because this process had lost the right to migrate, that is how it has ended. */
    private Run kept(Attempt attempt, Run ended) {
        if (keepEnd(ended)) {
            return ended;
        }
        runs.forget(attempt);
        try {
            return await(runs.find(attempt.id())).orElse(ended);
        } catch (RuntimeException e) {
            LOG.debug("what others have told of it could not be read", e);
            return ended;
        }
    }

    /** The end of a run is often the end of a database that has gone away for a moment. */
    private boolean keepEnd(Run run) {
        try {
            return ledger.end(run.id(), run.outcome().name(), RunDocument.write(run), RunDocument.notice(run))
                    .onFailure()
                    .retry()
                    .withBackOff(BETWEEN_LOOKS, PATIENCE.dividedBy(10))
                    .expireIn(PATIENCE_AT_THE_END.toMillis())
                    .await()
                    .atMost(PATIENCE_AT_THE_END.multipliedBy(2));
        } catch (RuntimeException e) {
            LOG.errorf(
                    "run %s: its end was not kept, others will call it interrupted: %s",
                    run.id(), LogText.oneLine(Trouble.behind(e).message()));
            return true;
        }
    }

    private static String place(Run.Failure failure) {
        return failure.script().map(script -> " in " + script).orElse("")
                + failure.line().map(line -> " line " + line).orElse("");
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
