package dev.plumbline.command;

import dev.plumbline.command.Result.Told;
import dev.plumbline.connection.LogText;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Run.Failure;
import dev.plumbline.verification.ReportText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A result as people read it: what was run and why it failed, then the report. */
final class ResultText {

    private ResultText() {}

    static String of(Result result) {
        return Stream.of(
                        result.trouble().stream().map(trouble -> lines(trouble(trouble))),
                        result.run().stream().map(run -> lines(run(run)) + "\n"),
                        result.report().stream().map(ReportText::of))
                .flatMap(texts -> texts)
                .collect(Collectors.joining());
    }

    /** A terminal obeys what a name may hold. */
    private static String lines(Stream<String> lines) {
        return lines.map(LogText::oneLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> trouble(Told trouble) {
        return Stream.concat(Stream.of("UNREACHABLE: " + trouble.message()), line("remedy", trouble.remedy()));
    }

    private static Stream<String> run(Run run) {
        String versions = run.from().map(from -> "from " + from).orElse("from nothing")
                + run.to().map(to -> " to " + to).orElse("");
        return Stream.of(
                        Stream.of("run " + run.id() + ": " + run.outcome() + ", "
                                + run.scripts().size() + " scripts, " + versions),
                        run.warnings().stream().map(warning -> "  warning  " + warning),
                        run.failure().stream().flatMap(ResultText::failure))
                .flatMap(lines -> lines);
    }

    private static Stream<String> failure(Failure failure) {
        return Stream.of(
                        line(
                                "script",
                                failure.script()
                                        .map(script -> script
                                                + failure.line()
                                                        .map(line -> " line " + line)
                                                        .orElse(""))),
                        line("message", Optional.of(failure.message())),
                        line("sqlstate", failure.sqlState()),
                        line("detail", failure.detail()),
                        line("hint", failure.hint()),
                        line("remedy", failure.remedy()))
                .flatMap(lines -> lines);
    }

    private static Stream<String> line(String name, Optional<String> text) {
        return text.stream().flatMap(String::lines).map(part -> "  %-8s %s".formatted(name, part));
    }
}
