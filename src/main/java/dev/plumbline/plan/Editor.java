package dev.plumbline.plan;

import dev.plumbline.connection.Secrets;
import dev.plumbline.connection.Transactions;
import dev.plumbline.ledger.History;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.internal.sqlscript.SqlStatement;

/** Writes what is pending as one script, which leaves the database as a run would. */
final class Editor {

    private static final String TAG = "$plumbline$";

    /** What is done again for each script: it begins as the session did, and nothing of the last is left. */
    private static final String AFRESH =
            "select set_config('role', current_setting('plumbline.role'), false), set_config('search_path',"
                    + " current_setting('plumbline.search_path'), false),\n"
                    + "       set_config('plumbline.began', clock_timestamp()::text, false);\n";

    private static final String TOOK =
            "(extract(epoch from clock_timestamp() - current_setting('plumbline.began')::timestamptz) * 1000)::integer";

    private static final Pattern LOCAL = pattern(
            "\\bset\\s+(?:local|constraints)\\b|\\bset_config\\b|\\bon\\s+commit\\s+(?:drop|delete)\\b|\\bdeclare\\s.*\\bcursor\\b");

    /** In a block of code as well. */
    private static final Pattern LABEL = pattern("\\balter\\s+type\\b.*\\badd\\s+value\\b");

    private static final Pattern DEFERRED = pattern("\\binitially\\s+deferred\\b");
    private static final Pattern RESET = pattern("\\b(?:reset|discard)\\s+all\\b");

    /** Within a transaction it does nothing but warn. */
    private static final Pattern BEGIN = pattern("\\s*(?:begin|start\\s+transaction)(?:\\s+(?:work|transaction))?\\s*");

    private static final String FUNCTION = "create (or replace )?(function|procedure)";

    private static final Pattern CONCURRENT = Pattern.compile("\\bconcurrently\\b", Pattern.CASE_INSENSITIVE);

    private final Pending pending;
    private final Secrets secrets;
    private final Duration lockTimeout;
    private final boolean deferred;
    private final StringBuilder sql = new StringBuilder();
    private boolean inTransaction;

    /**
     * @param deferred whether the database has a rule that is checked at the end of a transaction: what waits for that keeps
     *     other scripts from altering the table
     */
    Editor(Pending pending, Secrets secrets, Duration lockTimeout, boolean deferred) {
        this.deferred = deferred || isDeferred(pending);
        this.pending = pending;
        this.secrets = secrets;
        this.lockTimeout = lockTimeout;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    private static boolean isDeferred(Pending pending) {
        return pending.scripts().stream()
                .flatMap(Pending.Script::all)
                .anyMatch(statement -> DEFERRED.matcher(statement.getSql()).find());
    }

    String script() {
        if (pending.baseline().isPresent()) {
            throw new NotSqlException(
                    "A run",
                    "would begin the history with a baseline of version "
                            + pending.baseline().get());
        }
        if (pending.scripts().isEmpty()) {
            return "-- Nothing is pending.\n";
        }
        List<Pending.Script> butLast =
                pending.scripts().subList(0, pending.scripts().size() - 1);
        boolean whole = pending.scripts().stream().allMatch(Pending.Script::whole)
                && butLast.stream().noneMatch(this::lasts);
        sql.append("-- What Plumbline would run, and Flyway's history of it. ")
                .append(
                        whole
                                ? "All of it takes effect, or nothing.\n"
                                : "Not all of it can run in one transaction:\n-- stop at the first error (psql -v ON_ERROR_STOP=1 -f), for what was committed before stays.\n")
                .append(
                        "-- It belongs to this state of the database, and refuses to run on another. Callbacks are not in it.\n");
        sql.append("select set_config('plumbline.role', current_user, false), set_config('plumbline.search_path',")
                .append(" current_setting('search_path'), false);\n");
        if (!whole) {
            sql.append("select pg_advisory_lock(").append(History.LOCK).append(");\n");
        }
        begin();
        guard();
        int rank = pending.history().lastRank().orElse(0);
        pending.history().missing().forEach(this::add);
        for (Pending.Script script : pending.scripts()) {
            add(script, ++rank);
        }
        commit();
        if (!whole) {
            sql.append("reset lock_timeout;\n");
            sql.append("select pg_advisory_unlock(").append(History.LOCK).append(");\n");
        }
        return sql.toString();
    }

    private void begin() {
        sql.append("begin;\n");
        sql.append("set local lock_timeout = ").append(lockTimeout.toMillis()).append(";\n");
        sql.append("select pg_advisory_xact_lock(").append(History.LOCK).append(");\n");
        inTransaction = true;
    }

    private void commit() {
        if (inTransaction) {
            sql.append("commit;\n");
            inTransaction = false;
        }
    }

    /** Nobody has run anything since, and nobody runs this twice. */
    private void guard() {
        var history = pending.history();
        String changed = history.exists()
                ? "(select max(installed_rank) from " + history.table() + ") is distinct from "
                        + (history.lastRank().isPresent() ? history.lastRank().getAsInt() : "null")
                : "to_regclass('" + history.table().replace("'", "''") + "') is not null";
        sql.append("do ").append(TAG).append(" begin if ").append(changed).append(" then\n");
        sql.append("  raise exception 'migrations have run since this script was made: make it anew';\n");
        sql.append("end if; end ").append(TAG).append(";\n");
    }

    private void add(Pending.Script script, int rank) {
        sql.append("\n-- ").append(script.name().replaceAll("\\R", " ")).append('\n');
        List<SqlStatement> statements =
                script.statements().orElseThrow(() -> new NotSqlException(script.name(), "is not SQL"));
        boolean endsItself = script.transactional() && !script.whole();
        if (endsItself || !script.transactional()) {
            commit();
        } else if (!inTransaction) {
            begin();
        }
        sql.append(AFRESH);
        if (endsItself) {
            begin();
        }
        statements.stream()
                .filter(statement ->
                        !inTransaction || !BEGIN.matcher(statement.getSql()).matches())
                .forEach(statement -> add(script, statement));
        sql.append("select set_config('role', current_setting('plumbline.role'), false);\n");
        add(Row.of(rank, script.migration()).sql(pending.history().insert(), TOOK));
        if (endsItself || lasts(script)) {
            commit();
        }
    }

    /**
     * Whether something of it ends only with the transaction, and so in a run with the script: what it sets for itself; that
     * nobody can use a label that it adds to an enum; and what is checked only then.
     */
    private boolean lasts(Pending.Script script) {
        return deferred
                || script.all()
                        .map(SqlStatement::getSql)
                        .anyMatch(sql -> LABEL.matcher(sql).find()
                                || !Commands.isAnyOf(Commands.plain(sql), FUNCTION)
                                        && LOCAL.matcher(sql).find());
    }

    private void add(Pending.Script script, SqlStatement statement) {
        String text = statement.getSql();
        if (Commands.isAnyOf(Commands.plain(text), "copy .* from stdin")) {
            throw new NotSqlException(script.name(), "copies rows from itself, which an SQL editor cannot");
        }
        if (secrets.areIn(text)) {
            throw new NotSqlException(script.name(), "has a secret in line " + statement.getLineNumber());
        }
        if (!Commands.isAnyOf(Commands.plain(text), FUNCTION)
                && RESET.matcher(text).find()) {
            throw new NotSqlException(
                    script.name(),
                    "resets the session in line " + statement.getLineNumber()
                            + ", and with it what the SQL script would keep there");
        }
        if (!inTransaction) {
            sql.append("set lock_timeout = ")
                    .append(CONCURRENT.matcher(Commands.plain(text)).find() ? 0 : lockTimeout.toMillis())
                    .append(";\n");
        }
        add(text);
        if (inTransaction && Transactions.isEndedBy(text)) {
            begin();
            sql.append("select set_config('search_path', current_setting('plumbline.search_path'), true);\n");
        }
    }

    /** A comment at the end would take the semicolon with it. */
    private void add(String statement) {
        String text = statement.strip();
        boolean isCommented = text.substring(text.lastIndexOf('\n') + 1).contains("--");
        sql.append(text).append(isCommented ? "\n" : "").append(text.endsWith(";") && !isCommented ? "\n" : ";\n");
    }
}
