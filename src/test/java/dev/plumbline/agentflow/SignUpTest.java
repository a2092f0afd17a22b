package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.migration.Run;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A sign-up locks auth.users and then profiles. A run that comes in between waits for it, holding nothing that it needs. */
class SignUpTest {

    private static final String WAITING = """
            select count(*) from pg_locks
             where not granted and relation = 'auth.users'::regclass
               and database = (select oid from pg_database where datname = current_database())
            """;
    private static final String LAST = "select max(version) from plumbline.flyway_schema_history";
    private static final String SIGN_UP =
            "insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000b1', 'bea@example.org')";

    @Test
    void oneDuringTheFirstRunIsNotLost() throws SQLException {
        try (TestDatabase database = Existing.platform(TestServer.ofDefaultMajor())) {
            database.execute(
                    new Case(Path.of("src/test/resources/convergence/supabase_official_starter")).read("before.sql"));
            meet(database, "020");
        }
    }

    @Test
    void oneWhileTriggersAreStatedAgainIsNotLost() throws SQLException {
        try (TestDatabase database = Existing.finished(TestServer.ofDefaultMajor())) {
            database.migrate();
            database.execute("delete from plumbline.flyway_schema_history where script = 'R__03_triggers.sql'");
            meet(database, "021");
        }
    }

    private static void meet(TestDatabase database, String last) throws SQLException {
        try (Connection connection = database.connect();
                var signUp = connection.createStatement()) {
            connection.setAutoCommit(false);
            signUp.execute("lock table auth.users in row exclusive mode"); // the first thing that an insert does
            CompletableFuture<Run> run = CompletableFuture.supplyAsync(database::migrate);
            Until.isTrue(() -> database.rows(WAITING).equals(List.of("1")));
            assertEquals(List.of(last), database.rows(LAST));

            signUp.execute(SIGN_UP);
            connection.commit();
            assertEquals(Optional.empty(), run.join().failure());
        }
        assertEquals(
                List.of("bea@example.org"),
                database.rows("select email from public.profiles where id = '00000000-0000-0000-0000-0000000000b1'"));
    }
}
