package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import dev.plumbline.plan.Commands.Touch;
import dev.plumbline.plan.Finding.Concern;
import dev.plumbline.schema.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * @param schemas those that are there, and what the role may do with them
 * @param roles those that are there, and whether the role may act as them
 * @param hosted whether Supabase's extension lets its roles do what else only a superuser may
 */
record Server(
        String role,
        boolean standby,
        boolean readOnly,
        boolean database,
        boolean createrole,
        boolean superuser,
        boolean hosted,
        Optional<Integer> slots,
        Optional<String> schema,
        Map<String, Schema> schemas,
        Map<String, Role> roles) {

    private static final String SERVER = Sql.resource("plan/server.sql");
    private static final String SCHEMAS = Sql.resource("plan/schemas.sql");
    private static final String ROLES = Sql.resource("plan/roles.sql");

    /** Two for Flyway, one for the ledger, one for the report, one that looks whom the run keeps waiting. */
    private static final int ENOUGH = 5;

    /** Whether the role that migrates may create in it, and has the rights of its owner. */
    record Schema(boolean create, boolean owner) {}

    /** Whether the role that migrates may become it, and has its privileges. */
    record Role(boolean set, boolean use) {}

    static Server of(Session session) throws SQLException {
        Map<String, Schema> schemas =
                named(session, SCHEMAS, row -> new Schema(row.getBoolean("create"), row.getBoolean("owner")));
        Map<String, Role> roles = named(session, ROLES, row -> new Role(row.getBoolean("set"), row.getBoolean("use")));
        return session.rows(Session.OF_EVERYBODY, SERVER, row -> read(row, schemas, roles))
                .get(0);
    }

    private static <T> Map<String, T> named(Session session, String query, Session.Reader<T> reader)
            throws SQLException {
        return session
                .rows(Session.OF_EVERYBODY, query, row -> Map.entry(row.getString("name"), reader.read(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Server read(ResultSet row, Map<String, Schema> schemas, Map<String, Role> roles)
            throws SQLException {
        int slots = row.getInt("slots");
        boolean unlimited = row.wasNull();
        return new Server(
                row.getString("role"),
                row.getBoolean("standby"),
                row.getBoolean("readOnly"),
                row.getBoolean("database"),
                row.getBoolean("createrole"),
                row.getBoolean("superuser"),
                row.getBoolean("hosted"),
                unlimited ? Optional.empty() : Optional.of(slots),
                Optional.ofNullable(row.getString("schema")),
                schemas,
                roles);
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
                        .filter(name ->
                                schemas.containsKey(name) && !schemas.get(name).create())
                        .map(name -> lacks("lacks CREATE on the schema " + name));
            case "database" -> database ? Optional.empty() : Optional.of(lacks("lacks CREATE on the database"));
            case "schema owner" ->
                named(touch, schemas)
                        .filter(it -> !it.owner())
                        .map(it -> lacks(
                                "is not the owner of the schema " + touch.name().orElseThrow()));
            case "grant" -> relation.filter(it -> !it.grant()).map(it -> lacks("lacks GRANT OPTION on", it));
            case "set role" ->
                named(touch, roles)
                        .filter(it -> !it.set())
                        .map(it -> lacks("may not become " + touch.name().orElseThrow()));
            case "role" ->
                named(touch, roles)
                        .filter(it -> !it.use())
                        .map(it -> lacks(
                                "has not the privileges of " + touch.name().orElseThrow()));
            case "superuser" -> superuser || hosted ? Optional.empty() : Optional.of(lacks("is not a superuser"));
            case "createrole" -> createrole ? Optional.empty() : Optional.of(lacks("lacks CREATEROLE"));
            default -> Optional.empty();
        };
    }

    private static <T> Optional<T> named(Touch touch, Map<String, T> all) {
        return touch.name().map(Commands::unquoted).map(all::get);
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
