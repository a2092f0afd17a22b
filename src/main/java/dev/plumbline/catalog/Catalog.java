package dev.plumbline.catalog;

import dev.plumbline.connection.ReadTransaction;
import dev.plumbline.connection.Sql;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a database's schema from pg_catalog: one transaction, one snapshot, all queries in flight at once. */
public final class Catalog {

    private static final String SETTINGS = Sql.resource("catalog/settings.sql");
    private static final String SCOPE = Sql.resource("catalog/scope.sql");
    private static final String STAMP = Sql.resource("catalog/stamp.sql");
    private static final String DEPENDENCY = Sql.resource("catalog/dependency.sql");
    private static final String UNMODELLED = Sql.resource("catalog/unmodelled.sql");
    private static final List<String> QUERIES = Arrays.stream(Kind.values())
            .map(kind -> Sql.resource("catalog/" + kind.file()))
            .toList();

    /** Of what is read: another build that asks the same has the same. */
    public static final String VERSION = UUID.nameUUIDFromBytes(
                    Stream.concat(Stream.of(SETTINGS, SCOPE), QUERIES.stream())
                            .collect(Collectors.joining())
                            .getBytes(StandardCharsets.UTF_8))
            .toString();

    /** The fact that no object that has it can be without; where it is null, its object is gone already. */
    private static final String DEFINITION = "definition";

    private static final String REQUIRES = "requires";
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
     * The stamp is another after every change to what {@link #read} reads, whoever made it; it costs a fraction of reading.
     * Only what was made and is gone again leaves no trace in it.
     */
    public Uni<Stamp> stamp(SqlConnection connection) {
        return connection
                .query(ReadTransaction.guard(timeout) + STAMP)
                .execute()
                .map(guarded -> Stream.iterate(guarded, Objects::nonNull, RowSet::next)
                        .reduce((earlier, later) -> later)
                        .orElseThrow())
                .map(rows -> rows.iterator().next())
                .map(row -> new Stamp(row.getString("stamp"), row.getInteger("major"), row.getLong("files")));
    }

    /**
     * Reads what is in the schemas, and the objects that belong to the database itself.
     *
     * @param stamp as it was just before
     * @param schemas the paths of the schemas; empty for all but PostgreSQL's own
     * @return the rest, or the failure {@link CatalogMovedException} if the schema changed meanwhile
     */
    public Uni<Reading> read(SqlConnection connection, Stamp stamp, Optional<Collection<String>> schemas, Sink sink) {
        Tuple scope =
                Tuple.of(schemas.map(names -> names.toArray(String[]::new)).orElse(null));
        return ReadTransaction.within(connection, timeout, c -> still(c, stamp).chain(() -> read(c, scope, sink)))
                .onFailure()
                .transform(CatalogMovedException::orSame)
                .call(() -> still(connection, stamp));
    }

    /** Asked of the snapshot as well: what comes before it and goes after it is in neither the stamp before nor after. */
    private Uni<Stamp> still(SqlConnection connection, Stamp stamp) {
        return stamp(connection).invoke(now -> {
            if (!now.isOfTheSameSchemaAs(stamp)) {
                throw new CatalogMovedException("its stamp is not what it was before the read");
            }
        });
    }

    private static Uni<Reading> read(SqlConnection connection, Tuple schemas, Sink sink) {
        return connection
                .query(SETTINGS)
                .execute()
                // Bound parameters take two messages, and what is sent meanwhile would overtake the second.
                .chain(() -> connection.preparedQuery(SCOPE).execute(schemas))
                .map(rows -> rows.iterator().next().getString("server"))
                .chain(server -> objects(connection, sink)
                        .chain(() -> sink.asksWhatDepends()
                                ? rows(
                                        connection,
                                        DEPENDENCY,
                                        row -> sink.require(
                                                row.getString("path"), List.of(row.getArrayOfStrings(REQUIRES))))
                                : Uni.createFrom().voidItem())
                        .chain(() -> unmodelled(connection, server)));
    }

    private static Uni<List<Void>> objects(SqlConnection connection, Sink sink) {
        return Uni.join()
                .all(QUERIES.stream()
                        .map(query -> rows(connection, query, row -> sink.add(object(row))))
                        .toList())
                .andFailFast();
    }

    private static Uni<Void> rows(SqlConnection connection, String query, Consumer<Row> taker) {
        Collector<Row, Void, Void> passedOn =
                Collector.of(() -> null, (none, row) -> taker.accept(row), (none, nothing) -> none);
        return UniHelper.toUni(connection
                        .getDelegate()
                        .query(query)
                        .collecting(passedOn)
                        .execute())
                .replaceWithVoid();
    }

    /** First the text of a query that asks every catalog there is, then that. */
    private static Uni<Reading> unmodelled(SqlConnection connection, String server) {
        return connection
                .query(UNMODELLED)
                .execute()
                .chain(rows -> connection
                        .query(rows.iterator().next().getString("query"))
                        .execute())
                .map(rows -> {
                    var counts = new TreeMap<String, Long>();
                    var hidden = new ArrayList<String>();
                    rows.forEach(row -> Optional.ofNullable(row.getLong("objects"))
                            .ifPresentOrElse(
                                    count -> counts.put(row.getString("kind"), count),
                                    () -> hidden.add(row.getString("kind"))));
                    return new Reading(server, counts, hidden);
                });
    }

    private static SchemaObject object(Row row) {
        List<String> requires = List.of();
        Map<String, String> facts = new HashMap<>();
        for (int i = PARENT + 1; i < row.size(); i++) {
            String name = row.getColumnName(i);
            if (name.equals(REQUIRES)) {
                requires = row.getValue(i) == null ? List.of() : List.of(row.getArrayOfStrings(i));
                continue;
            }
            String fact = row.getString(i);
            if (fact != null) {
                facts.put(name, ArrayCasts.ofElements(fact));
            } else if (name.equals(DEFINITION)) {
                throw new CatalogMovedException(row.getString(PATH) + " is gone");
            }
        }
        return new SchemaObject(row.getString(PATH), Optional.ofNullable(row.getString(PARENT)), requires, facts);
    }
}
