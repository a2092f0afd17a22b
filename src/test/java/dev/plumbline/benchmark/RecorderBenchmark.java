package dev.plumbline.benchmark;

import dev.plumbline.ledger.DdlLog;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the recorder adds to statements that change the schema. No test: it asserts nothing of times.
 * {@code ./mvnw test -Dtest=RecorderBenchmark} prints the table and writes it to docs/benchmark-recorder.md.
 */
class RecorderBenchmark {

    private static final Path DOCUMENT = Path.of("docs/benchmark-recorder.md");
    private static final int TURNS = Integer.getInteger("turns", 500);
    private static final int WARM = 50;

    private static final List<String> STATEMENTS = List.of(
            "comment on table public.leads is 'changed'",
            "alter table public.leads alter column status set default 'received'",
            "create index recorded on public.leads (id)",
            "drop index public.recorded",
            "create table public.recorded (id integer primary key)",
            "drop table public.recorded",
            "grant select on public.leads to anon",
            "grant update (id) on public.leads to anon");

    @Test
    void whatTheRecorderAdds() throws IOException, SQLException {
        try (TestDatabase database = TestServer.ofDefaultMajor().database()) {
            database.migrate();
            LedgerTables.create(database.flyway());
            DdlLog.install(database.flyway().getDataSource(), Duration.ofSeconds(10));
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                String table = table(statement);
                System.out.println(table);
                Files.writeString(DOCUMENT, document(table, version(statement)));
            }
        }
    }

    private static String version(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("show server_version")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** With and without in turn, so that what else the machine does befalls both. */
    private static String table(Statement statement) throws SQLException {
        List<List<Double>> with = lists();
        List<List<Double>> without = lists();
        for (int turn = 0; turn < WARM + TURNS; turn++) {
            turn(statement, "enable always", turn < WARM ? lists() : with);
            turn(statement, "disable", turn < WARM ? lists() : without);
        }
        var rows = new ArrayList<String>();
        for (int i = 0; i < STATEMENTS.size(); i++) {
            rows.add("| `%s` | %s | %s | %s | %s | %s |"
                    .formatted(
                            STATEMENTS.get(i),
                            millis(at(without.get(i), 0.5)),
                            millis(at(with.get(i), 0.5)),
                            millis(at(with.get(i), 0.5) - at(without.get(i), 0.5)),
                            millis(at(without.get(i), 0.99)),
                            millis(at(with.get(i), 0.99))));
        }
        return rows.stream().collect(Collectors.joining("\n"));
    }

    private static List<List<Double>> lists() {
        return STATEMENTS.stream().<List<Double>>map(each -> new ArrayList<>()).toList();
    }

    private static void turn(Statement statement, String recorder, List<List<Double>> times) throws SQLException {
        statement.execute("alter event trigger plumbline_record_ddl disable");
        statement.execute("alter event trigger plumbline_record_drop " + recorder);
        statement.execute("alter event trigger plumbline_record_ddl " + recorder);
        for (int i = 0; i < STATEMENTS.size(); i++) {
            long start = System.nanoTime();
            statement.execute(STATEMENTS.get(i));
            times.get(i).add((System.nanoTime() - start) / 1e6);
        }
    }

    private static double at(List<Double> times, double share) {
        return times.stream().sorted().toList().get((int) (times.size() * share));
    }

    private static String millis(double time) {
        return String.format(Locale.ROOT, "%.2f ms", time);
    }

    private static String document(String table, String version) {
        return """
                # What the recorder costs

                Written by `./mvnw test -Dtest=RecorderBenchmark`: of %d turns after %d to warm up, in each of which the statements run with the
                event triggers and without them, each in a transaction of its own, seen by a client over JDBC. PostgreSQL %s as the tests start
                it, which waits for no disk, on the machine that wrote this: %d processors.

                | statement | median without | median with | added at the median | 99 %% without | 99 %% with |
                |---|---|---|---|---|---|
                %s
                """.formatted(TURNS, WARM, version, Runtime.getRuntime().availableProcessors(), table);
    }
}
