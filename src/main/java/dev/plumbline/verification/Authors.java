package dev.plumbline.verification;

import dev.plumbline.ledger.DdlCommand;
import dev.plumbline.ledger.DdlLog;
import dev.plumbline.ledger.Horizon;
import dev.plumbline.verification.Report.Attribution;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds out who has made differences. What is not written down is never guessed. */
final class Authors {

    private static final int MOST = 20;
    private static final String POLICY = "policy";
    private static final String COLUMN = "column";
    static final String PRIVILEGE = "privilege";
    static final String DEFAULT_PRIVILEGE = "default privilege";
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

    private Authors() {}

    /** The objects that they must have done something to. */
    static Collection<String> objects(Collection<ReportedDifference> differences) {
        return differences.stream()
                .flatMap(difference -> Names.of(difference).all())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same with their authors. */
    static Findings named(Findings findings, DdlLog.Recorded recorded, Function<String, Optional<Horizon>> madeSince) {
        List<ReportedDifference> differences = findings.differences().stream()
                .map(difference ->
                        difference.by(of(difference, recorded.commands(), madeSince.apply(difference.path()))))
                .toList();
        Optional<String> obstacle = recorded.obstacle()
                .or(() -> unwritten(differences, recorded.unwritten(), madeSince))
                .or(() -> before(differences, recorded.since(), madeSince));
        return new Findings(
                findings.database(),
                findings.checklist(),
                differences,
                findings.coverage(),
                Optional.of(new Attribution(obstacle.isEmpty(), obstacle)));
    }

    private static Optional<String> unwritten(
            List<ReportedDifference> differences, long unwritten, Function<String, Optional<Horizon>> madeSince) {
        return differences.stream()
                        .map(difference -> madeSince
                                .apply(difference.path())
                                .map(Horizon::oldest)
                                .orElse(0L))
                        .anyMatch(oldest -> unwritten > 0 && unwritten >= oldest)
                ? Optional.of("what transaction " + unwritten
                        + " has changed could not be written down; the log of the server says why")
                : Optional.empty();
    }

    /** Of what was there at the first look nothing is expected. */
    private static Optional<String> before(
            List<ReportedDifference> differences, long since, Function<String, Optional<Horizon>> madeSince) {
        return differences.stream()
                        .filter(difference -> difference.by().isEmpty())
                        .flatMap(difference -> madeSince.apply(difference.path()).stream())
                        .anyMatch(horizon -> horizon.oldest() < since)
                ? Optional.of("something may have been changed before transaction " + since
                        + ", which has made or enabled the event triggers that write it down")
                : Optional.empty();
    }

    /**
     * The newest, back to when the last run of ours began: whatever was done before that, the run has seen. The run itself only if
     * nobody else has done anything since.
     */
    private static List<Author> of(ReportedDifference difference, List<DdlCommand> commands, Optional<Horizon> since) {
        Names names = Names.of(difference);
        List<DdlCommand> its = commands.stream()
                .filter(command -> since.map(horizon -> horizon.mayLack(command.transaction()))
                                .orElse(true)
                        && (canHaveMade(command, difference, names, commands) || hasTakenTheName(command, names)))
                .toList();
        its = its.subList(0, ofWhatIsThereNow(its, difference, names, commands));
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
    private static int ofWhatIsThereNow(
            List<DdlCommand> its, ReportedDifference difference, Names names, List<DdlCommand> commands) {
        boolean isGone =
                difference.change().equals(MISSING) && !difference.kind().equals(PRIVILEGE);
        int last = first(
                its,
                0,
                command -> isGone
                        ? command.command().startsWith("DROP ") && names.isItself(command)
                        : hasMade(command, names, commands));
        if (isGone || difference.change().equals(UNEXPECTED) || last == its.size()) {
            return Math.min(last + 1, its.size());
        }
        int before = first(
                its, last + 1, command -> command.command().startsWith("DROP ") || hasTakenTheName(command, names));
        return before == its.size() ? last + 1 : before + 1;
    }

    private static int first(List<DdlCommand> commands, int from, Predicate<DdlCommand> sign) {
        return IntStream.range(from, commands.size())
                .filter(i -> sign.test(commands.get(i)))
                .findFirst()
                .orElse(commands.size());
    }

    private static boolean canHaveMade(
            DdlCommand command, ReportedDifference difference, Names names, List<DdlCommand> commands) {
        boolean itself = names.isItself(command);
        boolean any = itself || names.isWhole(command);
        boolean isPrivilege = difference.kind().equals(PRIVILEGE);
        return switch (command.command()) {
            case "GRANT" -> isPrivilege && itself && isAbout(command, difference);
            case "REVOKE" -> isPrivilege && any && isAbout(command, difference);
            case "ALTER DEFAULT PRIVILEGES" -> itself && isAbout(command, difference);
            case "DROP OWNED" ->
                any && (isPrivilege || difference.kind().equals(DEFAULT_PRIVILEGE))
                        ? isAbout(command, difference)
                        : itself
                                && (difference.kind().equals(POLICY)
                                        || difference.change().equals(MISSING));
            case COMMENT -> itself && isComment(difference);
            default ->
                isPrivilege
                        ? any && hasRenewed(command, difference, names, commands)
                        : itself
                                || any && hasTakenOver(command, difference)
                                || hasChangedBeside(command, difference, names);
        };
    }

    /** What is done to a table is done to its parts, but to its policies only if it has come with its own. */
    private static boolean hasTakenOver(DdlCommand command, ReportedDifference difference) {
        return !difference.kind().equals(POLICY) || command.command().startsWith("ALTER ") && says(NAME, command);
    }

    private static boolean hasChangedBeside(DdlCommand command, ReportedDifference difference, Names names) {
        return !Set.of(POLICY, COLUMN).contains(difference.kind())
                && command.objects().stream().anyMatch(names::isBeside);
    }

    /**
     * What is dropped takes with it what was granted on it, and what is made again has what is granted by default; what its new
     * owner had been granted is his as the owner from then on, and what gets its name has privileges of its own.
     */
    private static boolean hasRenewed(
            DdlCommand command, ReportedDifference privilege, Names names, List<DdlCommand> commands) {
        boolean drops = command.command().startsWith("DROP ")
                || command.command().equals("ALTER TABLE")
                        && command.objects().stream().anyMatch(names::isColumn);
        return drops && !privilege.change().equals(UNEXPECTED)
                || hasMade(command, names, commands)
                || command.command().startsWith("ALTER ") && says(OWNER_OR_NAME, command);
    }

    /** Not if it can have replaced what was there, which keeps its privileges. */
    private static boolean hasMade(DdlCommand command, Names names, List<DdlCommand> commands) {
        boolean replaces = REPLACING.contains(command.command()) && says(REPLACE, command);
        return MAKING.matcher(command.command()).lookingAt()
                && (!replaces
                        || commands.subList(commands.indexOf(command) + 1, commands.size()).stream()
                                .filter(before -> hasTakenTheName(before, names)
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
    private static boolean hasTakenTheName(DdlCommand command, Names names) {
        return command.command().startsWith("ALTER ")
                && Words.of(command.statement()).stream()
                        .flatMap(words -> command.objects().stream().flatMap(object -> words.formerly(object).stream()))
                        .anyMatch(former -> names.all().anyMatch(former::equals));
    }

    private static boolean isComment(ReportedDifference difference) {
        String comment = COMMENT.toLowerCase(Locale.ROOT);
        return !Objects.equals(
                difference.expected().get(comment), difference.actual().get(comment));
    }

    /** Whether a command can be about the role of a privilege: if not all of its text is known, it can. */
    private static boolean isAbout(DdlCommand command, ReportedDifference privilege) {
        String role = Names.role(privilege.path());
        return role.equals(OWNER)
                || Words.of(command.statement())
                        .flatMap(Words::roles)
                        .map(roles -> roles.contains(Words.plain(role)))
                        .orElse(true);
    }
}
