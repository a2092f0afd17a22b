package dev.plumbline.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import dev.plumbline.contract.Contract;
import dev.plumbline.schema.Kind;
import dev.plumbline.schema.Schema;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.Verdict;
import dev.plumbline.verification.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long a verification takes beside psql running the same queries and beside pg_dump, in turn, so that a ratio is of
 * the same minute. No test: it asserts nothing of times. {@code ./mvnw test -Dtest=VerificationBenchmark} prints the table and
 * writes it to docs/benchmarks.md; {@code -Dtables=10,100} takes other sizes.
 */
class VerificationBenchmark {

    private static final Path DOCUMENT = Path.of("docs/benchmarks.md");
    private static final String SIZES = System.getProperty("tables", "10,100,1000,5000");
    private static final int MAJOR = Integer.getInteger("major", 15);
    private static final int WARM = 5;
    private static final int TURNS = 9;
    private static final int BATCH = 100;

    private record Turn(double full, double unchanged, double psql, double dump) {}

    @Test
    void verificationsBesidePsqlAndPgDump() throws IOException, InterruptedException {
        var rows = new ArrayList<String>();
        for (String size : SIZES.split(",")) {
            rows.add(row(Integer.parseInt(size)));
            System.out.println(rows.get(rows.size() - 1));
        }
        Files.writeString(DOCUMENT, document(rows));
    }

    private static String row(int tables) throws IOException, InterruptedException {
        try (TestDatabase database = TestServer.of(MAJOR).database()) {
            Schema before = database.everything();
            database.execute(BigSchema.foundation());
            for (int first = 1; first <= tables; first += BATCH) {
                database.execute(BigSchema.tables(first, Math.min(first + BATCH - 1, tables)));
            }
            database.execute("vacuum analyze");
            Contract contract = Contract.of(List.of(), before, database.everything());
            Path queries = queries(contract);
            var turns = new ArrayList<Turn>();
            for (int i = 0; i < WARM + TURNS; i++) {
                turns.add(turn(database, contract, queries));
            }
            List<Turn> counted = turns.subList(WARM, turns.size());
            return "| %d | %d | %s | %s | %s | %s | %s | %s | %s | %d MB |"
                    .formatted(
                            tables,
                            contract.schema().size(),
                            seconds(counted, Turn::full),
                            seconds(counted, Turn::unchanged),
                            seconds(counted, Turn::psql),
                            seconds(counted, Turn::dump),
                            ratio(counted, turn -> turn.full / turn.psql),
                            ratio(counted, turn -> turn.unchanged / turn.psql),
                            ratio(counted, turn -> turn.full / turn.dump),
                            peakMemory());
        }
    }

    private static Turn turn(TestDatabase database, Contract contract, Path queries)
            throws IOException, InterruptedException {
        Verifier verifier = database.verifier(contract, verification -> {});
        double full = verification(verifier);
        double unchanged = verification(verifier);
        double psql = process("psql", "-qAt", "-v", "ON_ERROR_STOP=1", "-f", queries.toString(), database.url());
        double dump = process("pg_dump", "--schema-only", database.url());
        return new Turn(full, unchanged, psql, dump);
    }

    private static double verification(Verifier verifier) {
        long start = System.nanoTime();
        Report report = verifier.verify().await().indefinitely();
        double took = since(start);
        assertEquals(Verdict.MATCHES, report.verdict(), () -> report.toString());
        return took;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double process(String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, process.waitFor(), () -> String.join(" ", command));
        return since(start);
    }

    /** What the service sends, as a script. */
    private static Path queries(Contract contract) throws IOException {
        String schemas = contract.schemas().stream()
                .map(path -> "'" + path.replace("'", "''") + "'")
                .collect(Collectors.joining(",", "array[", "]"));
        String script = Stream.of(
                        Stream.of("begin isolation level repeatable read, read only"),
                        Stream.of(Sql.resource("catalog/settings.sql")),
                        Stream.of(Sql.resource("catalog/scope.sql").replace("$1", schemas)),
                        Arrays.stream(Kind.values()).map(kind -> Sql.resource("catalog/" + kind.file())),
                        Stream.of("commit"))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(";\n", "", ";\n"));
        Path file = Files.createTempFile("queries", ".sql");
        file.toFile().deleteOnExit();
        return Files.writeString(file, script);
    }

    private static String seconds(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return String.format(Locale.ROOT, "%.3f s", median(turns, figure));
    }

    private static String ratio(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return String.format(Locale.ROOT, "%.2f", median(turns, figure));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return turns.stream().mapToDouble(figure).sorted().toArray()[turns.size() / 2];
    }

    /** Of this JVM, with JUnit and the contract of each size so far in it. */
    private static long peakMemory() throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            Optional<String> peak =
                    status.filter(line -> line.startsWith("VmHWM:")).findFirst();
            return Long.parseLong(peak.orElseThrow().replaceAll("\\D", "")) / 1024;
        }
    }

    private static String document(List<String> rows) {
        return """
                # Benchmarks

                Written by `./mvnw test -Pmajors -Dtest=VerificationBenchmark` (psql and pg_dump %1$d must be installed): medians of %2$d turns
                after %3$d to warm up. In each turn the four are done one after the other, and a ratio is of one turn. A table has 10
                columns, 4 constraints besides its key, 3 indexes, 3 policies, a trigger and grants; every tenth comes with an enum, a view and
                a function. "psql" runs the very queries of a full verification and throws the rows away. "Unchanged" is a verification
                after another with nothing changed between them. PostgreSQL %1$d, on the machine that wrote this: %4$d processors.

                | tables | objects | full | unchanged | psql | pg_dump -s | full : psql | unchanged : psql | full : pg_dump | peak memory |
                |---|---|---|---|---|---|---|---|---|---|
                %5$s
                """.formatted(MAJOR, TURNS, WARM, Runtime.getRuntime().availableProcessors(), String.join("\n", rows));
    }
}
