package dev.plumbline.catalog;

import dev.plumbline.connection.ReadTransaction;
import dev.plumbline.connection.Sql;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads a database's schema from pg_catalog: one transaction, one snapshot, all queries in flight at once. */
public final class Catalog {

    private static final String SETTINGS = Sql.resource("catalog/settings.sql");
    private static final String SCOPE = Sql.resource("catalog/scope.sql");
    private static final List<String> QUERIES = Arrays.stream(Kind.values())
            .map(kind -> Sql.resource("catalog/" + kind.file()))
            .toList();

    /** The fact that no object that has it can be without; where it is null, its object is gone already. */
    private static final String DEFINITION = "definition";

    private static final int PATH = 0;
    private static final int PARENT = 1;

    private final Duration timeout;

    /**
     * @param timeout how long one query may run
     */
    public Catalog(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Reads what is in the schemas, and the objects that belong to the database itself.
     *
     * @param schemas the paths of the schemas; empty for all but PostgreSQL's own
     * @return the reading, or the failure {@link CatalogMovedException} if the schema changed meanwhile
     */
    public Uni<Reading> read(SqlConnection connection, Optional<Collection<String>> schemas) {
        return ReadTransaction.within(
                        connection,
                        timeout,
                        c -> read(c, Tuple.of(schemas.map(Catalog::array).orElse(null))))
                .onFailure()
                .transform(CatalogMovedException::orSame);
    }

    private static String[] array(Collection<String> names) {
        return names.toArray(String[]::new);
    }

    private static Uni<Reading> read(SqlConnection connection, Tuple schemas) {
        return connection
                .query(SETTINGS)
                .execute()
                .chain(() -> connection.preparedQuery(SCOPE).execute(schemas))
                .map(rows -> rows.iterator().next().getString("server"))
                .chain(server -> objects(connection).map(schema -> new Reading(schema, server)));
    }

    private static Uni<Schema> objects(SqlConnection connection) {
        List<Uni<RowSet<Row>>> reads =
                QUERIES.stream().map(query -> connection.query(query).execute()).toList();
        return Uni.join()
                .all(reads)
                .andFailFast()
                .map(results -> new Schema(results.stream()
                        .flatMap(Catalog::rows)
                        .map(Catalog::object)
                        .toList()));
    }

    private static Stream<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static SchemaObject object(Row row) {
        var facts = new TreeMap<String, String>();
        for (int i = PARENT + 1; i < row.size(); i++) {
            if (row.getColumnName(i).equals("requires")) {
                continue;
            }
            String fact = row.getString(i);
            if (fact != null) {
                facts.put(row.getColumnName(i), fact);
            } else if (row.getColumnName(i).equals(DEFINITION)) {
                throw new CatalogMovedException(row.getString(PATH) + " is gone");
            }
        }
        return new SchemaObject(row.getString(PATH), row.getString(PARENT), facts);
    }
}
