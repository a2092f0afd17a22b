package dev.plumbline.verification;

import dev.plumbline.ledger.DdlCommand;
import dev.plumbline.ledger.Horizon;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which of the commands that were written down can have made one difference. */
final class Authorship {

    private static final int MOST = 20;
    private static final String POLICY = "policy";
    private static final String COLUMN = "column";
    private static final String OWNER = "$owner";
    private static final String COMMENT = "COMMENT";
    private static final String MISSING = "missing";
    private static final String UNEXPECTED = "unexpected";
    private static final Pattern MAKING = Pattern.compile("CREATE |SELECT INTO|IMPORT FOREIGN SCHEMA");
    private static final Set<String> REPLACING =
            Set.of("CREATE AGGREGATE", "CREATE FUNCTION", "CREATE PROCEDURE", "CREATE VIEW");

    /** What has its privileges be others, besides GRANT and REVOKE: another owner, or that something else has the name. */
    private static final Pattern OWNER_OR_NAME =
            Pattern.compile("\\b(owner\\s+to|rename\\s+to|set\\s+schema)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME = Pattern.compile("\\b(rename\\s+to|set\\s+schema)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPLACE = Pattern.compile("\\bor\\s+replace\\b", Pattern.CASE_INSENSITIVE);

    private final ReportedDifference difference;
    private final Names names;
    private final List<DdlCommand> commands;

    /**
     * @param commands all that were written down about what differs, the newest first
     */
    Authorship(ReportedDifference difference, List<DdlCommand> commands) {
        this.difference = difference;
        this.names = Names.of(difference);
        this.commands = commands;
    }

    /**
     * The newest, back to when the last run of ours began: whatever was done before that, the run has seen. The run itself only if
     * nobody else has done anything since.
     *
     * @param since the last look without the difference; empty if that is not known
     */
    List<Author> since(Optional<Horizon> since) {
        List<DdlCommand> its = commands.stream()
                .filter(command -> since.map(horizon -> horizon.mayLack(command.transaction()))
                                .orElse(true)
                        && (canHaveMade(command) || hasTakenTheName(command)))
                .toList();
        its = its.subList(0, ofWhatIsThereNow(its));
        Optional<DdlCommand> run =
                its.stream().filter(command -> command.run().isPresent()).findFirst();
        Instant from =
                run.map(command -> command.runBegan().orElse(command.at())).orElse(Instant.MIN);
        List<Author> others = its.stream()
                .filter(command -> command.run().isEmpty() && !command.at().isBefore(from))
                .limit(MOST)
                .map(Author::of)
                .toList();
        return others.isEmpty() ? run.map(Author::of).stream().toList() : others;
    }

    /**
     * How many of them, from the newest on, have to do with it as it is now: what was done to something of that name before it was
     * dropped for the last time, or before that was made which is there, has not made it.
     */
    private int ofWhatIsThereNow(List<DdlCommand> its) {
        boolean isGone =
                difference.change().equals(MISSING) && !difference.kind().equals(Names.PRIVILEGE);
        int last = first(
                its,
                0,
                command ->
                        isGone ? command.command().startsWith("DROP ") && names.isItself(command) : hasMade(command));
        if (isGone || difference.change().equals(UNEXPECTED) || last == its.size()) {
            return Math.min(last + 1, its.size());
        }
        int before = first(its, last + 1, command -> command.command().startsWith("DROP ") || hasTakenTheName(command));
        return before == its.size() ? last + 1 : before + 1;
    }

    private static int first(List<DdlCommand> commands, int from, Predicate<DdlCommand> sign) {
        return IntStream.range(from, commands.size())
                .filter(i -> sign.test(commands.get(i)))
                .findFirst()
                .orElse(commands.size());
    }

    private boolean canHaveMade(DdlCommand command) {
        boolean itself = names.isItself(command);
        boolean any = itself || names.isWhole(command);
        boolean isPrivilege = difference.kind().equals(Names.PRIVILEGE);
        return switch (command.command()) {
            case "GRANT" -> isPrivilege && itself && isAbout(command);
            case "REVOKE" -> isPrivilege && any && isAbout(command);
            case "ALTER DEFAULT PRIVILEGES" -> itself && isAbout(command);
            case "DROP OWNED" ->
                any && (isPrivilege || difference.kind().equals(Names.DEFAULT_PRIVILEGE))
                        ? isAbout(command)
                        : itself
                                && (difference.kind().equals(POLICY)
                                        || difference.change().equals(MISSING));
            case COMMENT -> itself && isComment();
            default ->
                isPrivilege
                        ? any && hasRenewed(command)
                        : itself || any && hasTakenOver(command) || hasChangedBeside(command);
        };
    }

    /** What is done to a table is done to its parts, but to its policies only if it has come with its own. */
    private boolean hasTakenOver(DdlCommand command) {
        return !difference.kind().equals(POLICY) || command.command().startsWith("ALTER ") && says(NAME, command);
    }

    private boolean hasChangedBeside(DdlCommand command) {
        return !Set.of(POLICY, COLUMN).contains(difference.kind())
                && command.objects().stream().anyMatch(names::isBeside);
    }

    /**
     * What is dropped takes with it what was granted on it, and what is made again has what is granted by default; what its new
     * owner had been granted is his as the owner from then on, and what gets its name has privileges of its own.
     */
    private boolean hasRenewed(DdlCommand command) {
        boolean drops = command.command().startsWith("DROP ")
                || command.command().equals("ALTER TABLE")
                        && command.objects().stream().anyMatch(names::isColumn);
        return drops && !difference.change().equals(UNEXPECTED)
                || hasMade(command)
                || command.command().startsWith("ALTER ") && says(OWNER_OR_NAME, command);
    }

    /** Not if it can have replaced what was there, which keeps its privileges. */
    private boolean hasMade(DdlCommand command) {
        boolean replaces = REPLACING.contains(command.command()) && says(REPLACE, command);
        return MAKING.matcher(command.command()).lookingAt()
                && (!replaces
                        || commands.subList(commands.indexOf(command) + 1, commands.size()).stream()
                                .filter(before -> hasTakenTheName(before)
                                        || before.command().matches("(CREATE|DROP) .*") && names.isItself(before))
                                .findFirst()
                                .filter(before -> !before.command().startsWith("CREATE "))
                                .isPresent());
    }

    /** Whether that can stand in its text: if not all of it is known, it can. */
    private static boolean says(Pattern words, DdlCommand command) {
        return command.statement()
                .filter(text -> text.length() < Words.CUT)
                .map(text -> words.matcher(text).find())
                .orElse(true);
    }

    /** With the name goes all that has it: its parts, its policies and what is granted on it. */
    private boolean hasTakenTheName(DdlCommand command) {
        return command.command().startsWith("ALTER ")
                && Words.of(command.statement()).stream()
                        .flatMap(words -> command.objects().stream().flatMap(object -> words.formerly(object).stream()))
                        .anyMatch(former -> names.all().anyMatch(former::equals));
    }

    private boolean isComment() {
        String comment = COMMENT.toLowerCase(Locale.ROOT);
        return !Objects.equals(
                difference.expected().get(comment), difference.actual().get(comment));
    }

    /** Whether a command can be about the role of a privilege: if not all of its text is known, it can. */
    private boolean isAbout(DdlCommand command) {
        String role = Names.role(difference.path());
        return role.equals(OWNER)
                || Words.of(command.statement())
                        .flatMap(Words::roles)
                        .map(roles -> roles.contains(Words.plain(role)))
                        .orElse(true);
    }
}
