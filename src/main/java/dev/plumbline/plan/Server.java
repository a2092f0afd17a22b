package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import dev.plumbline.plan.Commands.Touch;
import dev.plumbline.plan.Finding.Concern;
import dev.plumbline.schema.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The server, and what the role that migrates may do there.
 *
 * @param slots connections still to be had; empty where there is no limit
 * @param schema where a name without a schema goes
 * @param schemas those that are there, and whether the role may create in them
 */
record Server(
        String role,
        boolean standby,
        boolean readOnly,
        boolean database,
        boolean createrole,
        boolean superuser,
        Optional<Integer> slots,
        Optional<String> schema,
        Map<String, Boolean> schemas) {

    private static final String SERVER = Sql.resource("plan/server.sql");
    private static final String SCHEMAS = Sql.resource("plan/schemas.sql");

    /** Two for Flyway, one for the ledger, one for the report, one that looks whom the run keeps waiting. */
    private static final int ENOUGH = 5;

    static Server of(Session session) throws SQLException {
        Map<String, Boolean> schemas = session
                .rows(Session.OF_EVERYBODY, SCHEMAS, row -> Map.entry(row.getString("name"), row.getBoolean("create")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return session.rows(Session.OF_EVERYBODY, SERVER, row -> read(row, schemas))
                .get(0);
    }

    private static Server read(ResultSet row, Map<String, Boolean> schemas) throws SQLException {
        int slots = row.getInt("slots");
        boolean unlimited = row.wasNull();
        return new Server(
                row.getString("role"),
                row.getBoolean("standby"),
                row.getBoolean("readOnly"),
                row.getBoolean("database"),
                row.getBoolean("createrole"),
                row.getBoolean("superuser"),
                unlimited ? Optional.empty() : Optional.of(slots),
                Optional.ofNullable(row.getString("schema")),
                new HashMap<>(schemas));
    }

    Stream<Finding> findings() {
        return Stream.of(
                        standby
                                ? Finding.error(Concern.SERVER, "the server is a standby: nothing can be written to it")
                                : readOnly
                                        ? Finding.error(
                                                Concern.SERVER,
                                                "transactions are read-only here (default_transaction_read_only), as"
                                                        + " Supabase makes them when the disk is full")
                                        : null,
                        slots.filter(left -> left < ENOUGH)
                                .map(left -> Finding.warning(
                                        Concern.CONNECTIONS,
                                        "a run takes " + ENOUGH + " connections, and " + Math.max(left, 0)
                                                + " are left"))
                                .orElse(null))
                .filter(finding -> finding != null);
    }

    /**
     * What keeps this role from it.
     *
     * @param relation what the name leads to; empty if that is not there yet
     */
    Optional<Finding> objection(Touch touch, Optional<Relation> relation) {
        return switch (touch.needs()) {
            case "owner" -> relation.filter(it -> !it.owner()).map(it -> lacks("is not the owner of", it));
            case "trigger" -> relation.filter(it -> !it.trigger()).map(it -> lacks("lacks TRIGGER on", it));
            case "references" -> relation.filter(it -> !it.references()).map(it -> lacks("lacks REFERENCES on", it));
            case "truncate" -> relation.filter(it -> !it.truncate()).map(it -> lacks("lacks TRUNCATE on", it));
            case "create" ->
                schemaOf(touch)
                        .filter(name -> schemas.containsKey(name) && !schemas.get(name))
                        .map(name -> lacks("lacks CREATE on the schema " + name));
            case "database" -> database ? Optional.empty() : Optional.of(lacks("lacks CREATE on the database"));
            case "createrole" -> createrole ? Optional.empty() : Optional.of(lacks("lacks CREATEROLE"));
            default -> Optional.empty();
        };
    }

    private Optional<String> schemaOf(Touch touch) {
        List<String> parts = touch.name().stream()
                .flatMap(name -> Identifiers.parts(name).stream())
                .map(Commands::unquoted)
                .toList();
        return parts.size() > 1 ? Optional.of(parts.get(0)) : schema;
    }

    private Finding lacks(String what, Relation relation) {
        return lacks(what + " " + relation.table()).about("table " + relation.table());
    }

    private Finding lacks(String what) {
        return Finding.error(Concern.PRIVILEGE_MISSING, "the role " + role + " " + what);
    }
}
