package dev.plumbline.verification;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.CatalogMovedException;
import dev.plumbline.catalog.Sink;
import dev.plumbline.catalog.Stamp;
import dev.plumbline.contract.Contract;
import dev.plumbline.diff.Comparison;
import dev.plumbline.diff.Diff;
import dev.plumbline.schema.SchemaObject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks at the database, and remembers what it saw as long as nothing has changed. */
final class Observer {

    private final Contract contract;
    private final Catalog catalog;
    private final Clock clock;
    private final Findings.Writer findings;
    private volatile Sight last = new Sight(new Stamp("", 0, 0), null);

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
        var sight = new Compared(stamp.major());
        return catalog.read(connection, stamp, Optional.of(contract.schemas()), sight)
                .map(reading -> findings.of(sight.comparison.result(), reading, clock.instant()));
    }

    /** How what is there now differs, whatever is thought of that; or the same failure. */
    Uni<Diff> compare(SqlConnection connection) {
        return catalog.stamp(connection).chain(stamp -> {
            var sight = new Compared(stamp.major());
            return catalog.read(connection, stamp, Optional.of(contract.schemas()), sight)
                    .map(reading -> sight.comparison.result().diff());
        });
    }

    private final class Compared implements Sink {

        private final int major;
        private final Comparison comparison = new Comparison(contract.schema(), contract::covers);

        private Compared(int major) {
            this.major = major;
        }

        @Override
        public void add(SchemaObject object) {
            comparison.add(contract.inOurWords(object, major));
        }

        @Override
        public boolean asksWhatDepends() {
            return comparison.differs();
        }

        @Override
        public void require(String path, List<String> paths) {
            comparison.require(path, paths);
        }
    }
}
