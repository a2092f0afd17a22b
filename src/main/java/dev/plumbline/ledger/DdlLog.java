package dev.plumbline.ledger;

import dev.plumbline.connection.ReadTransaction;
import dev.plumbline.connection.Sql;
import dev.plumbline.connection.Trouble;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;

/** Who has changed the schema, as event triggers in the database write it down. */
public final class DdlLog {

    /** On which the event triggers notify. */
    public static final String CHANNEL = "plumbline_ddl";

    private static final String RECORDER = Sql.resource("ledger/recorder.sql");
    private static final String RECORDING = Sql.resource("ledger/recording.sql");
    private static final String AUTHORS = Sql.resource("ledger/authors.sql");

    private static final String SILENT = "the server fires no event triggers: event_triggers is off";

    private final Duration timeout;

    /**
     * @param timeout how long one query may run
     */
    public DdlLog(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * What is written down.
     *
     * @param obstacle why not everything is; empty if it is
     * @param horizon what may not have ended yet
     * @param since the transaction that has last made, or enabled, what writes it down; 0 if nothing does
     * @param unwritten the newest transaction that has changed something which could not be written down; 0 if there is none
     * @param commands newest first
     */
    public record Recorded(
            Optional<String> obstacle, Horizon horizon, long since, long unwritten, List<DdlCommand> commands) {

        /** The same where nothing could be read of it. */
        public Recorded without(Throwable failure) {
            return new Recorded(
                    Optional.of("plumbline.ddl could not be read: "
                            + Trouble.behind(failure).message()),
                    horizon,
                    since,
                    unwritten,
                    List.of());
        }
    }

    /**
     * Reads what was done to some objects, or only whether it is written down.
     *
     * @param objects as PostgreSQL identifies them
     */
    public Uni<Recorded> read(SqlConnection connection, Collection<String> objects) {
        return ReadTransaction.within(
                connection,
                timeout,
                c -> c.preparedQuery(RECORDING)
                        .execute()
                        .map(rows -> rows.iterator().next())
                        .chain(state -> (state.getBoolean("readable") && !objects.isEmpty()
                                        ? commands(c, objects)
                                        : Uni.createFrom().item(List.<DdlCommand>of()))
                                .map(commands -> new Recorded(
                                        obstacle(state),
                                        Horizon.of(state.getString("horizon")),
                                        Objects.requireNonNullElse(state.getLong("since"), 0L),
                                        Objects.requireNonNullElse(state.getLong("unwritten"), 0L),
                                        commands))));
    }

    private static Uni<List<DdlCommand>> commands(SqlConnection connection, Collection<String> objects) {
        return connection
                .preparedQuery(AUTHORS)
                .execute(Tuple.of(objects.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DdlLog::command)
                        .toList());
    }

    private static DdlCommand command(Row row) {
        return new DdlCommand(
                row.getOffsetDateTime("at").toInstant(),
                Long.parseLong(row.getString("transaction")),
                row.getString("session_role"),
                row.getString("role"),
                Optional.ofNullable(row.getString("application")),
                Optional.ofNullable(row.getString("address")),
                Optional.ofNullable(row.getUUID("run")),
                Optional.ofNullable(row.getOffsetDateTime("run_began")).map(OffsetDateTime::toInstant),
                row.getString("command"),
                Optional.ofNullable(row.getString("statement")),
                List.of(row.getArrayOfStrings("objects")));
    }

    private static Optional<String> obstacle(Row state) {
        if (!state.getBoolean("ledger")) {
            return Optional.of("the ledger has no table for it yet");
        }
        if (!state.getBoolean("readable")) {
            return Optional.of("the role " + state.getString("role") + " may not read plumbline.ddl");
        }
        if (state.getLong("unwritten") == null) {
            return Optional.of(
                    "plumbline.unwritten is not there, or the role " + state.getString("role") + " may not read it");
        }
        if (!state.getBoolean("recording")) {
            return Optional.of("the event triggers that write it down are not there, or not enabled always"
                    + " (plumbline.watch.ddl; to make them takes a superuser, or the role postgres of Supabase)");
        }
        if (!state.getBoolean("firing")) {
            return Optional.of(SILENT);
        }
        if (!state.getBoolean("keeping")) {
            return Optional.of(
                    "plumbline.ddl has got a trigger, rule, constraint or row level security, which can keep rows out");
        }
        return state.getBoolean("as_made")
                ? Optional.empty()
                : Optional.of("the function plumbline.record_ddl() is not the one that this version makes");
    }

    /**
     * Has it written down from now on, if it is not.
     *
     * @return why that cannot be; empty if it is
     * @throws SQLException if the database cannot be reached
     */
    public static Optional<String> install(DataSource database, Duration timeout) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(ReadTransaction.guard(timeout));
                statement.execute("select pg_advisory_xact_lock(hashtextextended('plumbline.recorder', 0))");
                boolean isUpToDate;
                boolean isFiring;
                try (var state = statement.executeQuery(RECORDING)) {
                    state.next();
                    isUpToDate = state.getBoolean("recording") && state.getBoolean("as_made");
                    isFiring = state.getBoolean("firing");
                }
                if (!isUpToDate) {
                    statement.execute(RECORDER);
                    connection.commit();
                }
                return isFiring ? Optional.empty() : Optional.of(SILENT);
            } catch (SQLException e) {
                Trouble trouble = Trouble.behind(e);
                if (trouble.mayPass()) {
                    throw e;
                }
                return Optional.of(trouble.message());
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
