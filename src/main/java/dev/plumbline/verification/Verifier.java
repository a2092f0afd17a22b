package dev.plumbline.verification;

import dev.plumbline.connection.Trouble;
import dev.plumbline.contract.Contract;
import dev.plumbline.ledger.History;
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

    private final Pool pool;
    private final Contract contract;
    private final VerificationConfig config;
    private final Clock clock;
    private final Observer observer;
    private final History history;
    private final Reports reports;
    private final Consumer<Verification> listener;
    private final OpenDrift open = new OpenDrift();
    private final AtomicLong turns = new AtomicLong();
    private final Queue<Report> queue = new Queue<>();
    private volatile Report last;

    /**
     * @param listener is told of each verification
     */
    public Verifier(
            Pool pool, Contract contract, VerificationConfig config, Clock clock, Consumer<Verification> listener) {
        this.pool = pool;
        this.contract = contract;
        this.config = config;
        this.clock = clock;
        this.observer = new Observer(
                contract,
                config.timeout(),
                clock,
                new Findings.Writer(contract, config.ignore().orElse(List.of())));
        this.history = new History(config.timeout());
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

    private Uni<Report> verification() {
        return Uni.createFrom().deferred(() -> {
            Reports.Draft draft = reports.begin(open);
            long turn = turns.incrementAndGet();
            return BoundedRead.of(pool, config, connection -> compare(connection, draft))
                    .onFailure()
                    .recoverWithItem(
                            failure -> draft.unknown(Trouble.behind(failure).message()))
                    .invoke(report -> last = report)
                    .invoke(report -> listener.accept(open.update(report, turn)));
        });
    }

    /** The migrations that have not run here, or the failure that keeps us from knowing. */
    public Uni<Pending> pending() {
        return BoundedRead.of(pool, config, history::read)
                .map(standing -> Pending.of(contract.migrations(), standing.applied()));
    }

    /**
     * The history is read before and after: a migration that began or ended meanwhile explains what was seen. One that
     * runs already makes looking pointless.
     */
    private Uni<Report> compare(SqlConnection connection, Reports.Draft draft) {
        return history.read(connection)
                .chain(before -> before.migrating()
                        ? Uni.createFrom().item(draft.migrating())
                        : observer.observe(connection)
                                .chain(findings ->
                                        history.read(connection).map(after -> judge(before, after, findings, draft))));
    }

    private Report judge(Standing before, Standing after, Findings findings, Reports.Draft draft) {
        if (!before.equals(after)) {
            return draft.migrating();
        }
        Pending pending = Pending.of(contract.migrations(), after.applied());
        return pending.isEmpty() ? draft.of(findings) : draft.pending(pending, findings);
    }
}
