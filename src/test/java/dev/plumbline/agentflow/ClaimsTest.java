package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plumbline.connection.Sql;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two claims of one conversation at the same moment: the second comes while the first is not committed, and waits. Its
 * outcome is that of agentflow/claims.txt, which has a pair a line.
 */
class ClaimsTest {

    private static final String WAITING =
            "select count(*) from pg_stat_activity where pid = %s and wait_event_type = 'Lock' and wait_event = 'advisory'";

    private static final String MESSAGE =
            "insert into public.messages (conversation_id, sender_type, content) values ('of-a', 'user', 'for me')";
    private static final String MEMORY =
            "insert into public.shared_memory (conversation_id, memory_key, memory_value, scope) values ('of-a', 'k', '1', 'workflow')";
    private static final String GIVEN_UP = "delete from public.conversations where conversation_id = 'of-a'";
    private static final String CLAIMED_BY_B =
            "insert into public.conversations (conversation_id, user_id, role, content)"
                    + " values ('of-a', '00000000-0000-0000-0000-00000000000b', 'user', 'mine')";

    @TestFactory
    Stream<DynamicNode> ofTwoClaimsOneWins() {
        return TestServer.onEachMajor(ClaimsTest::pairs);
    }

    private static Stream<DynamicTest> pairs(TestServer server) {
        TestDatabase migrated = server.database();
        migrated.migrate();
        migrated.execute(Sql.resource("agentflow/claims.sql"));
        return Row.of("agentflow/claims.txt", 5).stream()
                .map(pair -> DynamicTest.dynamicTest(pair.name(), () -> meet(pair, server, migrated)))
                .onClose(migrated::close);
    }

    private static void meet(Row pair, TestServer server, TestDatabase migrated) throws SQLException {
        try (TestDatabase database = server.copy(migrated);
                Connection first = as("a", database);
                Connection second = as("b", database);
                Statement claim = first.createStatement();
                Statement rival = second.createStatement()) {
            claim.execute(pair.cell(0));
            String pid = Migrated.rows(rival, "select pg_backend_pid()").get(0);
            var outcome = CompletableFuture.supplyAsync(() -> tried(rival, pair.cell(2)));
            Until.isTrue(() -> database.rows(WAITING.formatted(pid)).get(0).equals("1"));
            assertFalse(outcome.isDone());

            claim.execute(pair.cell(1));
            assertEquals(pair.cell(3), outcome.join());
            rival.execute("commit");
            assertEquals(List.of(pair.cell(4)), database.rows("""
                    select coalesce(string_agg(distinct right(user_id::text, 1), ', '), 'nobody')
                    from public.conversations where conversation_id = 'contested'
                    """));
        }
    }

    /** Whoever writes it may have been the owner when the statement began. */
    @ParameterizedTest
    @ValueSource(strings = {MESSAGE, MEMORY})
    void whatIsBeingWrittenIntoAConversationKeepsItFromOthers(String writing) throws SQLException {
        try (TestDatabase database = withoutMessages();
                Connection first = as("a", database);
                Connection second = as("b", database);
                Statement writer = first.createStatement();
                Statement rival = second.createStatement()) {
            writer.execute(writing);
            database.execute(GIVEN_UP);
            String pid = Migrated.rows(rival, "select pg_backend_pid()").get(0);
            var outcome = CompletableFuture.supplyAsync(() -> tried(rival, CLAIMED_BY_B));
            Until.isTrue(() -> database.rows(WAITING.formatted(pid)).get(0).equals("1"));
            first.commit();
            assertEquals("42501", outcome.join());
        }
    }

    /** Or when the transaction began, which an older snapshot goes on showing; the service role writes anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {MESSAGE, MEMORY})
    void whoeverWasTheOwnerWritesNothingMore(String writing) throws SQLException {
        try (TestDatabase database = withoutMessages();
                Connection connection = database.connect();
                Statement writer = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            actAs("a", connection);
            database.execute(GIVEN_UP);
            database.execute(CLAIMED_BY_B);
            assertEquals("25000", tried(writer, writing));
            connection.rollback();
            assertEquals("accepted", tried(writer, "set local role service_role; " + writing));
            connection.rollback();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            actAs("a", connection);
            assertEquals("42501", tried(writer, writing));
        }
    }

    private static TestDatabase withoutMessages() {
        TestDatabase database = TestServer.ofDefaultMajor().database();
        database.migrate();
        database.execute(Sql.resource("agentflow/claims.sql"));
        database.execute("delete from public.messages");
        return database;
    }

    private static Connection as(String user, TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        actAs(user, connection);
        return connection;
    }

    private static void actAs(String user, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    select set_config('request.jwt.claims', '{"sub": "00000000-0000-0000-0000-00000000000%s"}', true)
                    """.formatted(user));
            statement.execute("set local role authenticated");
        }
    }

    private static String tried(Statement statement, String sql) {
        try {
            return Migrated.outcome(statement, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
