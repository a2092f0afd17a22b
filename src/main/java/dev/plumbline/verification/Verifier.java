package dev.plumbline.verification;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.CatalogMovedException;
import dev.plumbline.catalog.Reading;
import dev.plumbline.connection.Trouble;
import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Diff;
import dev.plumbline.ledger.History;
import dev.plumbline.ledger.Standing;
import dev.plumbline.schema.Schema;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Compares the live schema with the contract. */
public final class Verifier {

    private final Pool pool;
    private final Contract contract;
    private final VerificationConfig config;
    private final Clock clock;
    private final Catalog catalog;
    private final History history;
    private final Reports reports;
    private final Consumer<Verification> listener;
    private final OpenDrift open = new OpenDrift();
    private final AtomicLong turns = new AtomicLong();

    /**
     * @param listener is told of each verification
     */
    public Verifier(
            Pool pool, Contract contract, VerificationConfig config, Clock clock, Consumer<Verification> listener) {
        this.pool = pool;
        this.contract = contract;
        this.config = config;
        this.clock = clock;
        this.catalog = new Catalog(config.timeout());
        this.history = new History(config.timeout());
        this.reports = new Reports(contract, clock);
        this.listener = listener;
    }

    /** Verifies now. What goes wrong is a report with the verdict {@link Verdict#UNKNOWN}, never a failure. */
    public Uni<Report> verify() {
        return Uni.createFrom().deferred(() -> {
            Reports.Draft draft = reports.begin(open);
            long turn = turns.incrementAndGet();
            return pool.withConnection(connection -> compare(connection, draft))
                    .onFailure(CatalogMovedException.class)
                    .retry()
                    .atMost(config.retries())
                    .ifNoItem()
                    .after(config.timeout())
                    .fail()
                    .onFailure()
                    .recoverWithItem(
                            failure -> draft.unknown(Trouble.behind(failure).message()))
                    .invoke(report -> listener.accept(open.update(report, turn)));
        });
    }

    /** The migrations that have not run here, or the failure that keeps us from knowing. */
    public Uni<Pending> pending() {
        return pool.withConnection(history::read)
                .map(standing -> Pending.of(contract.migrations(), standing.applied()))
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }

    /**
     * The history is read before and after: a migration that began or ended meanwhile explains what was seen. One that
     * runs already makes looking pointless.
     */
    private Uni<Report> compare(SqlConnection connection, Reports.Draft draft) {
        return history.read(connection)
                .chain(before -> before.migrating()
                        ? Uni.createFrom().item(draft.migrating())
                        : observe(connection)
                                .chain(seen ->
                                        history.read(connection).map(after -> judge(before, after, seen, draft))));
    }

    private Report judge(Standing before, Standing after, Seen seen, Reports.Draft draft) {
        if (!before.equals(after)) {
            return draft.migrating();
        }
        Pending pending = Pending.of(contract.migrations(), after.applied());
        if (!pending.isEmpty()) {
            return draft.of(Verdict.PENDING, Optional.of(pending.reason()), seen);
        }
        return draft.of(seen.diff().isEmpty() ? Verdict.MATCHES : Verdict.DRIFTED, Optional.empty(), seen);
    }

    /**
     * A difference is believed only when two looks agree on it: definitions are printed from the newest catalog, and
     * what changes during one look can show a schema that never was.
     */
    private Uni<Seen> observe(SqlConnection connection) {
        return look(connection)
                .chain(first -> first.diff().isEmpty()
                        ? Uni.createFrom().item(first)
                        : look(connection).map(second -> {
                            if (!first.actual().equals(second.actual())) {
                                throw new CatalogMovedException("two looks at it differ");
                            }
                            return second;
                        }));
    }

    private Uni<Seen> look(SqlConnection connection) {
        return catalog.read(connection, Optional.of(contract.schemas())).map(this::seen);
    }

    private Seen seen(Reading reading) {
        Schema actual = contract.covered(reading.schema());
        return new Seen(actual, Diff.between(contract.schema(), actual), reading.server());
    }

    /** One look at the database: what the contract covers of it, and how that differs. */
    record Seen(Schema actual, Diff diff, String server) {}
}
