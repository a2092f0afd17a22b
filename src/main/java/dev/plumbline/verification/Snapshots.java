package dev.plumbline.verification;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.contract.Contract;
import dev.plumbline.contract.ContractFile;
import dev.plumbline.contract.Spellings;
import dev.plumbline.diff.Diff;
import dev.plumbline.schema.Schema;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The live schema as a contract of its own, with which it can be compared later. */
public final class Snapshots {

    private final Pool pool;
    private final Contract scope;
    private final VerificationConfig config;
    private final Clock clock;

    /**
     * @param scope the contract whose schemas and objects matter
     */
    public Snapshots(Pool pool, Contract scope, VerificationConfig config, Clock clock) {
        this.pool = pool;
        this.scope = scope;
        this.config = config;
        this.clock = clock;
    }

    /** What is there now of all that the contract speaks of, as the text of a contract; or the failure to read it. */
    public Uni<String> take() {
        var catalog = new Catalog(config.timeout());
        return BoundedRead.of(
                        pool,
                        config,
                        connection -> catalog.stamp(connection).chain(stamp -> {
                            var objects = new Collected();
                            return catalog.read(connection, stamp, Optional.of(scope.schemas()), objects)
                                    .map(reading -> objects.schema());
                        }))
                .map(schema -> ContractFile.write(contract(schema)));
    }

    /**
     * It speaks of whatever belongs to something that it holds, such as to a publication of people's own: it holds that too,
     * for else it would be new to it when it is compared.
     */
    private Contract contract(Schema all) {
        Contract snapshot = holding(scope.schema());
        for (int size = -1; size < snapshot.schema().size(); ) {
            size = snapshot.schema().size();
            Contract smaller = snapshot;
            snapshot = holding(all.only(object -> smaller.covers(object, all::object)));
        }
        return snapshot;
    }

    private Contract holding(Schema schema) {
        return new Contract(List.of(), scope.owned(), scope.elsewhere(), schema, Spellings.NONE);
    }

    /** How what is there now differs from what was there then, or the failure to read it. */
    public Uni<List<ReportedDifference>> compare(String taken) {
        Contract then = ContractFile.read(new ByteArrayInputStream(taken.getBytes(StandardCharsets.UTF_8)));
        return BoundedRead.of(pool, config, observer(then)::observe).map(Findings::differences);
    }

    /** How what is there now differs from the contract, or the failure to read it. */
    public Uni<Diff> differences() {
        return BoundedRead.of(pool, config, observer(scope)::compare);
    }

    private Observer observer(Contract expected) {
        return new Observer(
                expected,
                config.timeout(),
                clock,
                new Findings.Writer(expected, config.ignore().orElse(List.of())));
    }
}
