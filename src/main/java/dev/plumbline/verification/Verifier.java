package dev.plumbline.verification;

import dev.plumbline.contract.Contract;
import dev.plumbline.ledger.DdlLog;
import dev.plumbline.ledger.History;
import dev.plumbline.ledger.Horizon;
import dev.plumbline.ledger.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Compares the live schema with the contract. */
public final class Verifier {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Pool pool;
    private final Contract contract;
    private final VerificationConfig config;
    private final Clock clock;
    private final Observer observer;
    private final History history;
    private final DdlLog ddl;
    private final Reports reports;
    private final Memory memory;
    private final Consumer<Verification> listener;
    private final OpenDrift open = new OpenDrift();
    private final AtomicLong turns = new AtomicLong();
    private final Queue<Report> queue = new Queue<>();
    private volatile Report last;

    /**
     * @param memory what outlives the process
     * @param listener is told of each verification
     */
    public Verifier(
            Pool pool,
            Contract contract,
            VerificationConfig config,
            Clock clock,
            Memory memory,
            Consumer<Verification> listener) {
        this.pool = pool;
        this.memory = memory;
        this.contract = contract;
        this.config = config;
        this.clock = clock;
        this.observer = new Observer(
                contract,
                config.timeout(),
                clock,
                new Findings.Writer(contract, config.ignore().orElse(List.of())));
        this.history = new History(config.timeout());
        this.ddl = new DdlLog(config.timeout());
        this.reports = new Reports(contract, clock);
        this.listener = listener;
    }

    /**
     * Verifies now; whoever asks while another waits for the same shares its report. What goes wrong is a report with the
     * verdict {@link Verdict#UNKNOWN}, never a failure.
     */
    public Uni<Report> verify() {
        return queue.join(this::verification);
    }

    /** The last report, if it ended no longer ago than this. */
    public Optional<Report> verified(Duration atMost) {
        Instant oldest = clock.instant().minus(atMost);
        return Optional.ofNullable(last).filter(report -> !report.finishedAt().isBefore(oldest));
    }

    /** What the replicas know without looking; empty if that is not known. */
    public Uni<Optional<Remembered>> remembered() {
        return memory.remembered();
    }

    /** What goes wrong with the memory is its own affair. What is found is dated with the time at which it was first seen. */
    private Uni<Report> verification() {
        long begun = System.nanoTime();
        return memory.recall(open).chain(keeper -> {
            Reports.Draft draft = reports.begin(open);
            long turn = turns.incrementAndGet();
            return BoundedRead.of(pool, config, left(begun), connection -> compare(connection, draft))
                    .onFailure()
                    .recoverWithUni(failure -> Unread.because(failure, pool)
                            .map(reason -> new Seen(draft.unknown(reason), Optional.empty())))
                    .chain(seen ->
                            keeper.keep(open.update(seen.report, turn, seen.horizon), open::madeSince, seen.horizon))
                    .invoke(verification -> last = verification.report())
                    .invoke(listener)
                    .map(Verification::report);
        });
    }

    /** What of its time it has not waited for the ledger; at least a moment, in which it finds out that there is none. */
    private Duration left(long begun) {
        Duration left = config.timeout().minusNanos(System.nanoTime() - begun);
        return left.compareTo(MOMENT) < 0 ? MOMENT : left;
    }

    /**
     * @param horizon what it may not have seen; empty if that is not known
     */
    private record Seen(Report report, Optional<Horizon> horizon) {}

    /** The migrations that have not run here, or the failure that keeps us from knowing. */
    public Uni<Pending> pending() {
        return BoundedRead.of(pool, config, history::read)
                .map(standing -> Pending.of(contract.migrations(), standing.applied()));
    }

    /**
     * The history is read before and after: a migration that began or ended meanwhile explains what was seen. One that
     * runs already makes looking pointless.
     */
    private Uni<Seen> compare(SqlConnection connection, Reports.Draft draft) {
        return history.read(connection)
                .chain(before -> before.migrating()
                        ? Uni.createFrom().item(new Seen(draft.migrating(), Optional.empty()))
                        : look(connection, before, draft));
    }

    /** The horizon comes first: what ends after it may not be seen. */
    private Uni<Seen> look(SqlConnection connection, Standing before, Reports.Draft draft) {
        return ddl.read(connection, List.of())
                .chain(first -> observer.observe(connection)
                        .chain(findings -> attributed(connection, findings, first))
                        .chain(findings -> history.read(connection)
                                .map(after -> new Seen(
                                        judge(before, after, findings, draft), Optional.of(first.horizon())))));
    }

    /** Who has made them is no part of the verdict. */
    private Uni<Findings> attributed(SqlConnection connection, Findings findings, DdlLog.Recorded first) {
        return (findings.differences().isEmpty()
                        ? Uni.createFrom().item(first)
                        : ddl.read(connection, Authors.objects(findings.differences()))
                                .onFailure()
                                .recoverWithItem(first::without))
                .map(recorded -> Authors.named(findings, recorded, open::madeSince));
    }

    private Report judge(Standing before, Standing after, Findings findings, Reports.Draft draft) {
        if (!before.equals(after)) {
            return draft.migrating();
        }
        Pending pending = Pending.of(contract.migrations(), after.applied());
        return pending.isEmpty() ? draft.of(findings) : draft.pending(pending, findings);
    }
}
