package dev.plumbline.ledger;

import dev.plumbline.connection.ReadTransaction;
import dev.plumbline.connection.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Flyway's history in the schema {@code plumbline}. */
public final class History {

    public static final String SCHEMA = "plumbline";
    public static final String TABLE = "flyway_schema_history";

    private static final String STANDING = Sql.resource("ledger/standing.sql");
    private static final String HISTORY = Sql.resource("ledger/history.sql");

    /**
     * The key of the lock that Flyway takes before it migrates: a number of its own and the hash of the history's name
     * (PostgreSQLAdvisoryLockTemplate and PostgreSQLConnection of Flyway 12).
     */
    public static final long LOCK = (0x46L << 40)
            + (0x6CL << 32)
            + (0x79L << 24)
            + (0x77L << 16)
            + (0x61L << 8)
            + 0x79L
            + ("\"" + SCHEMA + "\".\"" + TABLE + "\"").hashCode();

    private static final Tuple LOCK_HALVES = Tuple.of(LOCK >>> 32, LOCK & 0xFFFFFFFFL);

    private final Duration timeout;

    /**
     * @param timeout how long one query may run
     */
    public History(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Reads it as it is now.
     *
     * @return the standing, or the failure {@link HistoryUnreadableException}
     */
    public Uni<Standing> read(SqlConnection connection) {
        return ReadTransaction.within(
                connection,
                timeout,
                c -> c.preparedQuery(STANDING)
                        .execute(LOCK_HALVES)
                        .map(rows -> rows.iterator().next())
                        .chain(row ->
                                applied(c, row).map(applied -> new Standing(applied, row.getBoolean("migrating")))));
    }

    /** The highest version that has run to its end; empty before the first. Flyway's own is also one that has failed. */
    public static Optional<String> version(MigrationInfo[] all) {
        return Arrays.stream(all)
                .filter(one -> one.getState().isApplied() && !one.getState().isFailed())
                .filter(one -> one.getState() != MigrationState.DELETED && one.getState() != MigrationState.UNDONE)
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Object::toString);
    }

    private static Uni<List<Applied>> applied(SqlConnection connection, Row standing) {
        if (!standing.getBoolean("exists")) {
            return Uni.createFrom().item(List.of());
        }
        if (!standing.getBoolean("readable")) {
            return Uni.createFrom().failure(new HistoryUnreadableException(standing.getString("reader")));
        }
        return connection
                .preparedQuery(HISTORY)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(History::applied)
                        .toList());
    }

    private static Applied applied(Row row) {
        return new Applied(
                Optional.ofNullable(row.getString("version")),
                row.getString("description"),
                Optional.ofNullable(row.getInteger("checksum")),
                row.getBoolean("success"),
                row.getString("type"));
    }
}
