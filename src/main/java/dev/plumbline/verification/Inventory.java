package dev.plumbline.verification;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a database holds, whether anybody has promised it or not. */
public final class Inventory {

    private final Pool pool;
    private final VerificationConfig config;
    private final Catalog catalog;

    public Inventory(Pool pool, VerificationConfig config) {
        this.pool = pool;
        this.config = config;
        this.catalog = new Catalog(config.timeout());
    }

    /**
     * The objects that satisfy the condition, by path.
     *
     * @param schema the path of the one schema to look into; empty for all but PostgreSQL's own and ours, and for what
     *     belongs to the database itself
     */
    public Uni<List<SchemaObject>> objects(Optional<String> schema, Predicate<SchemaObject> condition) {
        return BoundedRead.of(pool, config, connection -> objects(connection, schema.map(List::of)))
                .map(found -> found.stream()
                        .filter(object -> schema.isEmpty()
                                || Schema.root(object, found::object).equals(schema.get()))
                        .filter(condition)
                        .toList());
    }

    private Uni<Schema> objects(SqlConnection connection, Optional<Collection<String>> schemas) {
        return catalog.stamp(connection).chain(stamp -> {
            var objects = new Collected();
            return catalog.read(connection, stamp, schemas, objects).map(reading -> objects.schema());
        });
    }
}
