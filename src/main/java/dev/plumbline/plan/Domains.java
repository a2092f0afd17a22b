package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.SchemaObject;
import java.sql.SQLException;
import java.util.List;

/** What a domain asks of the rows of each table that has a column of it. */
final class Domains {

    private static final String COLUMNS = Sql.resource("plan/of_domain.sql");

    private Domains() {}

    private record Column(String table, String name) {}

    /** Those of a new check of a domain. */
    static List<Rule> check(Session session, SchemaObject constraint) throws SQLException {
        return columns(session, constraint.parent().orElseThrow()).stream()
                .flatMap(column -> Rule.ofDomain(constraint, column.table, column.name).stream())
                .toList();
    }

    /** Those of a domain that forbids null from now on. */
    static List<Rule> notNull(Session session, SchemaObject domain) throws SQLException {
        return columns(session, domain.path()).stream()
                .map(column -> Rule.notNull(column.name, column.table))
                .toList();
    }

    static boolean isOne(String path) {
        return Kind.of(path) == Kind.DOMAIN;
    }

    private static List<Column> columns(Session session, String domain) throws SQLException {
        return session.rows(
                Session.OF_NOBODY,
                COLUMNS,
                row -> new Column(row.getString("table"), row.getString("column")),
                Promises.name(domain));
    }
}
