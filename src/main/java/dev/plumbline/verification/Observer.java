package dev.plumbline.verification;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.CatalogMovedException;
import dev.plumbline.catalog.Reading;
import dev.plumbline.catalog.Stamp;
import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Comparison;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Looks at the database, and remembers what it saw as long as nothing has changed. */
final class Observer {

    private final Contract contract;
    private final Catalog catalog;
    private final Clock clock;
    private final Findings.Writer findings;
    private volatile Sight last = new Sight(new Stamp("", 0), null);

    Observer(Contract contract, Duration timeout, Clock clock, Findings.Writer findings) {
        this.contract = contract;
        this.catalog = new Catalog(timeout);
        this.clock = clock;
        this.findings = findings;
    }

    private record Sight(Stamp stamp, Findings findings) {}

    /**
     * What is there now, or the failure {@link CatalogMovedException}: definitions are printed from the newest catalog, so
     * that what changes during one look can show a schema that never was.
     */
    Uni<Findings> observe(SqlConnection connection) {
        return catalog.stamp(connection).chain(stamp -> {
            Sight known = last;
            return known.stamp.equals(stamp)
                    ? Uni.createFrom().item(known.findings)
                    : look(connection, stamp).invoke(seen -> last = new Sight(stamp, seen));
        });
    }

    private Uni<Findings> look(SqlConnection connection, Stamp stamp) {
        var comparison = new Comparison(contract.schema());
        return catalog.read(
                        connection,
                        stamp,
                        Optional.of(contract.schemas()),
                        object -> comparison.add(contract.inOurWords(object, stamp.major())))
                .map(reading -> findings(comparison, reading));
    }

    private Findings findings(Comparison comparison, Reading reading) {
        return findings.of(
                comparison.result(object -> contract.covers(object, comparison::object)), reading, clock.instant());
    }
}
