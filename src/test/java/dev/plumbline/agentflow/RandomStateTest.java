package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Random partial states of the schema: a seed takes up to twelve things away, or makes them others. */
class RandomStateTest {

    private static final String ROWS = """
            select o.name || ' ' || case when to_regclass('public.' || o.name) is null then '0'
                     else (xpath('//n/text()',
                                 query_to_xml(format('select count(*) as n from public.%I', o.name), false, true, '')))[1]::text
                     end
              from unnest(array['profiles', 'conversations', 'messages', 'leads', 'workflow_executions', 'agent_messages',
                                'shared_memory']) o (name)
             order by 1
            """;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> everyStateArrivesAtTheContract() {
        int seeds = Integer.getInteger("seeds", 10);
        TestServer server = TestServer.ofDefaultMajor();
        TestDatabase full = Existing.finished(server);
        full.execute(Sql.resource("agentflow/seed_rows.sql"));
        return IntStream.rangeClosed(1, seeds)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed, server, full)));
    }

    private static void check(int seed, TestServer server, TestDatabase full) {
        String role = seed % 2 == 0 ? Existing.SUPERUSER : Existing.MIGRATOR;
        try (TestDatabase database = server.copy(full)) {
            database.execute("set proof.seed = " + seed + ";" + Sql.resource("agentflow/random_state.sql"));
            Existing.handTo(role, database);
            List<String> rows = database.rows(ROWS);
            assertEquals(Optional.empty(), Existing.migrate(database, role).failure());
            ConvergenceTest.arrived(database, Existing.paths(Sql.resource("agentflow/random_state.stays.txt")));
            assertEquals(rows, database.rows(ROWS));
        }
    }
}
