package dev.plumbline.plan;

import dev.plumbline.connection.Sql;
import dev.plumbline.plan.Plan.Source;
import dev.plumbline.plan.Plan.Touched;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is locked besides where a table becomes a partition, or ceases to be one: nobody reads or writes the others meanwhile. */
final class Partitions {

    private static final String PARTITIONS = Sql.resource("plan/partitions.sql");

    /** For a while nobody knows whether a row of the default partition belongs into the new one. */
    private static final String[] COMES = {"alter table .* attach partition", "create (\\w+ )*table .* partition of"};

    private static final String[] GOES = {"alter table .* detach partition", "drop table"};

    /** PostgreSQL does not allow that beside a default partition. */
    private static final String[] BY_AND_BY = {"alter table .* detach partition .*(concurrently|finalize)"};

    private Partitions() {}

    /**
     * @param tables that the statement names, and those of which these are partitions
     * @param moved the one that is attached or detached
     */
    static List<Touched> besides(Session session, String plain, Collection<String> tables, Optional<Relation> moved)
            throws SQLException {
        boolean comes = Commands.isAnyOf(plain, COMES);
        if (!comes && !Commands.isAnyOf(plain, GOES) || Commands.isAnyOf(plain, BY_AND_BY)) {
            return List.of();
        }
        List<String> others = session.rows(
                Session.OF_NOBODY,
                PARTITIONS,
                row -> row.getString("table"),
                List.copyOf(tables),
                comes,
                moved.map(Relation::table).orElse(null));
        return Relation.of(session, others).values().stream()
                .sorted(Comparator.comparing(Relation::table))
                .map(relation -> relation.touched(
                        Locks.STRONGEST, Source.COMMANDS, Optional.of("read").filter(effect -> comes)))
                .toList();
    }
}
