package dev.plumbline.plan;

import dev.plumbline.connection.Pooler;
import dev.plumbline.connection.Secrets;
import dev.plumbline.connection.Sql;
import dev.plumbline.connection.Trouble;
import dev.plumbline.contract.Contract;
import dev.plumbline.contract.Migration;
import dev.plumbline.diff.Diff;
import dev.plumbline.plan.Finding.Concern;
import dev.plumbline.plan.Planner.Live;
import dev.plumbline.plan.Planner.Since;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.sqlscript.SqlStatement;

/** One look at what is pending and at what stands in its way. */
final class Look {

    private static final String HOLDERS = Sql.resource("plan/holders.sql");

    /** How fast rows are read or written, about. */
    private static final int BYTES_A_MILLISECOND = 50_000;

    private final Configuration flyway;
    private final Contract contract;
    private final Live live;
    private final Duration timeout;
    private final Duration lockTimeout;

    private final Optional<String> target;
    private final Pending pending;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    Look(
            Configuration flyway,
            Contract contract,
            Live live,
            Duration timeout,
            Duration lockTimeout,
            Optional<String> target,
            Pending pending) {
        this.flyway = flyway;
        this.contract = contract;
        this.live = live;
        this.timeout = timeout;
        this.lockTimeout = lockTimeout;
        this.target = target;
        this.pending = pending;
    }

    Plan plan(Instant now) throws SQLException {
        List<Plan.Script> scripts = List.of();
        pending.objections().stream()
                .map(objection -> Finding.error(Concern.HISTORY, objection))
                .forEach(findings::add);
        if (!pending.scripts().isEmpty()) {
            Planner.half(pending, live)
                    .map(why -> Finding.error(Concern.HISTORY, why))
                    .ifPresent(findings::add);
            pooler();
            strangers();
            asFarAsCanBeRead("drift since the last run", this::drift);
            try (Session session = new Session(flyway.getDataSource(), timeout)) {
                scripts = scripts(session);
                holders(session, scripts);
                promises(session, scripts);
            }
            scripts.forEach(this::longLocks);
        } else {
            asFarAsCanBeRead("what a build has left", () -> findings.addAll(Promises.unfinished(live.differences())));
        }
        return new Plan(
                now,
                contract.schema().fingerprint(),
                target,
                pending.current(),
                scripts,
                findings.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Finding::severity))
                        .toList(),
                unchecked);
    }

    /** What the contract promises is not what these scripts make. */
    private void strangers() {
        pending.scripts().stream()
                .filter(script -> !contract.migrations().contains(migration(script.migration())))
                .map(script -> Finding.warning(
                                Concern.CONTRACT,
                                "the contract knows no such " + script.name()
                                        + ": what is said of rows is not of it, and after"
                                        + " it has run the schema will differ. Make the contract anew")
                        .in(script.name(), 1))
                .forEach(findings::add);
    }

    private static Migration migration(MigrationInfo info) {
        return new Migration(
                Optional.ofNullable(info.getVersion()).map(Object::toString),
                info.getDescription(),
                Optional.ofNullable(info.getChecksum()));
    }

    private void pooler() throws SQLException {
        Optional<Pending.Script> alone = pending.scripts().stream()
                .filter(script -> !script.transactional())
                .findFirst();
        if (alone.isPresent() && Pooler.sharesSessions(flyway.getDataSource())) {
            findings.add(Finding.error(
                    Concern.POOLER,
                    alone.get().name()
                            + " runs without a transaction, and needs a session of its own: the pooler in"
                            + " transaction mode gives none"));
        }
    }

    /** A database that has gone away ends the plan; what else cannot be read is said. */
    private void asFarAsCanBeRead(String what, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.behind(e);
            if (trouble.mayPass()) {
                throw e;
            }
            unchecked.add(what + ": " + trouble.message());
        }
    }

    private void drift() {
        Since since = live.sinceLastRun(pending.current());
        since.unknown().ifPresent(why -> unchecked.add("drift since the last run: " + why));
        since.changes().stream()
                .map(change -> "since the last run: " + change)
                .map(change ->
                        since.refused() ? Finding.error(Concern.DRIFT, change) : Finding.warning(Concern.DRIFT, change))
                .forEach(findings::add);
    }

    private List<Plan.Script> scripts(Session session) throws SQLException {
        Server server = Server.of(session);
        server.findings().forEach(findings::add);
        var statements = new Statements(session, server, new Secrets(flyway.getPlaceholders()));
        var names = new Names(server.schema());
        var scripts = new ArrayList<Plan.Script>();
        for (Pending.Script script : pending.scripts()) {
            var its = new ArrayList<Plan.Statement>();
            for (SqlStatement one : script.statements().orElse(List.of())) {
                its.add(statements.look(script.name(), one.getLineNumber(), one.getSql()));
            }
            its.forEach(statement -> names.look(script.name(), statement));
            if (script.statements().isEmpty()) {
                unchecked.add(script.name() + ": it is not SQL");
            }
            var planned = new Plan.Script(
                    script.name(),
                    Optional.ofNullable(script.migration().getVersion()).map(Object::toString),
                    script.migration().getDescription(),
                    script.whole(),
                    its);
            scripts.add(planned);
            if (script.transactional()) {
                OneTransaction.findings(planned).forEach(findings::add);
            }
        }
        findings.addAll(statements.findings());
        unchecked.addAll(statements.unchecked());
        findings.addAll(names.findings(session));
        return scripts;
    }

    /** Whoever reads or writes such a table meanwhile waits for longer than a run may wait for a lock. */
    private void longLocks(Plan.Script script) {
        for (Plan.Statement statement : script.statements()) {
            statement.tables().stream()
                    .filter(touched -> touched.isWorkedOn()
                            && touched.bytes().orElse(0L) / BYTES_A_MILLISECOND >= lockTimeout.toMillis())
                    .map(touched -> Finding.warning(
                                    Concern.LONG_LOCK,
                                    touched.table() + " (" + touched.bytes().orElseThrow() / 1_000_000
                                            + " MB) is " + touched.effect().orElseThrow() + " under the lock "
                                            + touched.lock() + ": meanwhile nobody "
                                            + (touched.lock().equals(Locks.STRONGEST) ? "reads it" : "writes to it"))
                            .about("table " + touched.table())
                            .in(script.script(), statement.line()))
                    .forEach(findings::add);
        }
    }

    /** A run would wait for them, and everybody else for the run. */
    private void holders(Session session, List<Plan.Script> scripts) throws SQLException {
        Set<String> strongest = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        touched(scripts)
                .forEach(touched -> (touched.lock().equals(Locks.STRONGEST) ? strongest : others).add(touched.table()));
        findings.addAll(session.rows(
                Session.OF_NOBODY,
                HOLDERS,
                row -> Finding.warning(
                                Concern.LOCK_HELD,
                                row.getString("table") + " has been locked for "
                                        + Duration.ofSeconds(row.getLong("seconds")) + " by session "
                                        + row.getInt("pid") + " (" + row.getString("application") + ")")
                        .about("table " + row.getString("table")),
                lockTimeout.toMillis() / 1000.0,
                List.copyOf(strongest),
                List.copyOf(others)));
    }

    /** Or do something that we do not know. */
    private static boolean mayChange(List<Plan.Script> scripts, String table) {
        return scripts.stream().flatMap(script -> script.statements().stream()).anyMatch(Commands::mayDoAnything)
                || touched(scripts).anyMatch(touched -> touched.table().equals(table) && touched.mayChange());
    }

    private static Stream<Plan.Touched> touched(List<Plan.Script> scripts) {
        return scripts.stream()
                .flatMap(script -> script.statements().stream())
                .flatMap(statement -> statement.tables().stream());
    }

    private void promises(Session session, List<Plan.Script> scripts) throws SQLException {
        if (target.isPresent()) {
            unchecked.add("rows, names and what the contract needs: it tells what all scripts together make");
            return;
        }
        var differences = new AtomicReference<Diff>();
        asFarAsCanBeRead("rows, names and what the contract needs", () -> differences.set(live.differences()));
        if (differences.get() != null) {
            var promises = new Promises(contract, differences.get(), session, table -> mayChange(scripts, table));
            try {
                promises.look();
            } catch (SQLException e) {
                Trouble trouble = Trouble.behind(e);
                if (trouble.kind() != Trouble.Kind.NOT_ALLOWED) {
                    throw e;
                }
                unchecked.add("rows, names and what the contract needs: " + trouble.message());
            }
            promises.findings().stream().filter(this::isNews).forEach(findings::add);
            unchecked.addAll(promises.unchecked());
        }
    }

    /** Whoever's name is taken has been told of already with the statement that would take it, where that is known. */
    private boolean isNews(Finding promise) {
        return promise.concern() != Concern.NAME_TAKEN
                || findings.stream()
                        .filter(told -> told.concern() == Concern.NAME_TAKEN)
                        .noneMatch(told -> told.object()
                                .orElseThrow()
                                .endsWith(" " + Promises.name(promise.object().orElseThrow())));
    }
}
