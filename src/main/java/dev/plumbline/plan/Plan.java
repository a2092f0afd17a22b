package dev.plumbline.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a run would do, as far as that can be told without doing it.
 *
 * @param contract the fingerprint of this build's contract
 * @param target the version it would stop at; empty for all
 * @param current the version of the last versioned migration that has run
 * @param scripts those that it would execute, in order
 * @param findings what speaks against it, worst first
 * @param unchecked what could not be looked at, and why: no findings are no promise there
 */
@RegisterForReflection(
        targets = {
            Plan.class,
            Plan.Script.class,
            Plan.Statement.class,
            Plan.Touched.class,
            Finding.class,
        })
@Schema(description = "What a run would do.")
public record Plan(
        Instant plannedAt,
        String contract,

        @Schema(examples = "3") Optional<String> target,

        @Schema(examples = "003") Optional<String> current,

        List<Script> scripts,
        List<Finding> findings,
        List<String> unchecked) {

    /**
     * A script that is pending.
     *
     * @param version empty for a repeatable one
     * @param transactional whether all of it takes effect or nothing
     * @param statements as Flyway executes them one by one; none of a script that is not SQL
     */
    public record Script(
            @Schema(examples = "V010__create_indexes.sql") String script,
            Optional<String> version,
            String description,
            boolean transactional,
            List<Statement> statements) {}

    /**
     * A statement of a script.
     *
     * @param line of the script, counted from 1
     * @param sql its text, without what is secret in it
     * @param tables those that it names or reads and that are there now; one that is new keeps nobody waiting
     * @param unknown why its tables are not known, or not all
     */
    public record Statement(int line, String sql, List<Touched> tables, Optional<String> unknown) {}

    /**
     * A table that a statement locks until the end of its transaction.
     *
     * @param lock in the words of PostgreSQL's manual
     * @param from who says so
     * @param bytes what it takes on disk, with its indexes and partitions; empty while somebody else has locked it
     * @param rows an estimate; empty before the table was analyzed for the first time
     * @param effect what happens to all its rows meanwhile, or to itself
     */
    public record Touched(
            @Schema(examples = "public.leads") String table,
            @Schema(examples = "SHARE ROW EXCLUSIVE") String lock,
            Source from,
            Optional<Long> bytes,
            Optional<Long> rows,
            @Schema(examples = "rewritten") Optional<String> effect) {

        /** Whether the statement may change rows, or who has the name: one that only adds a rule does neither. */
        boolean mayChange() {
            return from == Source.SERVER
                    ? lock.equals("ROW EXCLUSIVE")
                    : effect.filter(what -> !what.equals("read")).isPresent();
        }

        /** Whether others wait while something is done with all rows. */
        boolean isWorkedOn() {
            return Locks.keepsFromWriting(lock) && effect.filter(WORK::contains).isPresent();
        }
    }

    private static final List<String> WORK = List.of("read", "maybe rewritten", "rewritten");

    /** Who tells which lock a statement takes. */
    public enum Source {
        /** PostgreSQL, which has planned it. */
        @JsonProperty("server")
        SERVER,
        /** A table of commands. */
        @JsonProperty("commands")
        COMMANDS
    }
}
