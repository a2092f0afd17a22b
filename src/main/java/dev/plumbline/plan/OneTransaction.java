package dev.plumbline.plan;

import dev.plumbline.plan.Finding.Concern;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What PostgreSQL refuses within the one transaction that Flyway gives a script, and Flyway does not notice. */
final class OneTransaction {

    /** The manual says of each that it "cannot be executed inside a transaction block". */
    private static final Pattern ALONE = Pattern.compile("^(?:reindex\\b.*\\bconcurrently\\b"
            + "|alter table .*\\bdetach partition .*\\bconcurrently$"
            + "|alter database .*\\bset tablespace\\b"
            + "|alter subscription .*\\brefresh publication\\b"
            + "|cluster$)");

    private static final Pattern LABEL = Pattern.compile(
            "^\\s*alter\\s+type\\s+(\\S+)\\s+add\\s+value\\s+(?:if\\s+not\\s+exists\\s+)?('(?:[^']|'')*')",
            Pattern.CASE_INSENSITIVE);

    private OneTransaction() {}

    static Stream<Finding> findings(Plan.Script script) {
        return IntStream.range(0, script.statements().size())
                .boxed()
                .flatMap(at -> Stream.of(alone(script, at), label(script, at)).flatMap(Optional::stream));
    }

    private static Optional<Finding> alone(Plan.Script script, int at) {
        Plan.Statement statement = script.statements().get(at);
        return ALONE.matcher(Commands.plain(statement.sql())).find()
                ? Optional.of(Finding.error(
                                Concern.STATEMENT_REFUSED,
                                "this cannot run within a transaction, which the script has: put it into a script of its"
                                        + " own, with executeInTransaction=false in " + script.script() + ".conf")
                        .in(script.script(), statement.line()))
                : Optional.empty();
    }

    /** "If ALTER TYPE ... ADD VALUE is executed inside a transaction block, the new value cannot be used until after the transaction has been committed." */
    private static Optional<Finding> label(Plan.Script script, int at) {
        var added = LABEL.matcher(script.statements().get(at).sql());
        if (!script.transactional()
                || !added.find()
                || makes(script.statements().subList(0, at), added.group(1))) {
            return Optional.empty();
        }
        return script.statements().subList(at + 1, script.statements().size()).stream()
                .filter(later -> later.sql().contains(added.group(2)))
                .filter(later ->
                        !Commands.isAnyOf(Commands.plain(later.sql()), "create (or replace )?(function|procedure)"))
                .findFirst()
                .map(later -> Finding.warning(
                                Concern.STATEMENT_REFUSED,
                                "the label " + added.group(2) + " of " + added.group(1)
                                        + " cannot be used in the transaction that adds it: add it in a script before")
                        .in(script.script(), later.line()));
    }

    private static boolean makes(List<Plan.Statement> before, String type) {
        return before.stream()
                .map(statement -> Commands.plain(statement.sql()))
                .anyMatch(plain -> Commands.isAnyOf(plain, "create type") && plain.contains(Commands.plain(type)));
    }
}
