package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import dev.plumbline.plan.Plan.Source;
import dev.plumbline.plan.Plan.Touched;
import dev.plumbline.schema.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that is there, or whatever else of that sort, and what this role may do with it.
 *
 * @param name as it was asked for
 * @param table the table itself, or that of an index
 * @param kind of what has the name
 * @param bytes what it takes on disk; empty if that could not be measured
 */
record Relation(
        String name,
        String table,
        String kind,
        Optional<Long> bytes,
        Optional<Long> rows,
        boolean owner,
        boolean trigger,
        boolean references,
        boolean truncate,
        boolean grant) {

    private static final String RELATIONS = Sql.resource("plan/relations.sql");
    private static final String SIZE = Sql.resource("plan/size.sql");
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Whether a name has more than a schema and a table: PostgreSQL would not even look for what it leads to. */
    static boolean isForeign(String name) {
        return Identifiers.parts(name).size() > 2;
    }

    /** Those of the names that lead somewhere, by name. */
    static Map<String, Relation> of(Session session, Collection<String> names) throws SQLException {
        Map<String, Relation> relations = new HashMap<>();
        List<String> known = names.stream().filter(name -> !isForeign(name)).toList();
        for (Relation relation : session.rows(Session.OF_EVERYBODY, RELATIONS, Relation::read, known)) {
            relations.put(relation.name, relation.sized(size(session, relation.table)));
        }
        return relations;
    }

    /** Empty if somebody has locked it: nobody is waited for. */
    private static Optional<Long> size(Session session, String table) throws SQLException {
        try {
            return Optional.of(session.rows(Session.OF_NOBODY, SIZE, row -> row.getLong("bytes"), table)
                    .get(0));
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Relation sized(Optional<Long> size) {
        return new Relation(name, table, kind, size, rows, owner, trigger, references, truncate, grant);
    }

    private static Relation read(ResultSet row) throws SQLException {
        long rows = row.getLong("rows");
        boolean neverCounted = row.wasNull();
        return new Relation(
                row.getString("name"),
                row.getString("table"),
                row.getString("kind"),
                Optional.empty(),
                neverCounted ? Optional.empty() : Optional.of(rows),
                row.getBoolean("owner"),
                row.getBoolean("trigger"),
                row.getBoolean("references"),
                row.getBoolean("truncate"),
                row.getBoolean("grant"));
    }

    Touched touched(String lock, Source from, Optional<String> effect) {
        return new Touched(table, lock, from, bytes, rows, effect);
    }
}
