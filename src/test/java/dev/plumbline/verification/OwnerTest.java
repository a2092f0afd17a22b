package dev.plumbline.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who migrates is called $owner, whatever its name; but nobody becomes that by being given what is another's. */
class OwnerTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        TestServer server = TestServer.ofDefaultMajor();
        database = server.database();
        database.execute("create role owner_migrates superuser login");
        database.execute("create role owner_takes superuser login");
        assertEquals(
                Optional.empty(),
                database.migrate(database.flywayAs("owner_migrates")).failure());
        assertEquals(Verdict.MATCHES, database.verifyAs("owner_migrates").verdict());
    }

    @AfterEach
    void drop() {
        database.close();
        TestServer.ofDefaultMajor().database().execute("drop role owner_migrates; drop role owner_takes");
    }

    @Test
    void whoIsGivenEverythingIsNotTheOneWhoMigrates() {
        database.execute("reassign owned by owner_migrates to owner_takes");

        for (String reader : List.of("owner_migrates", "postgres")) {
            Report report = database.verifyAs(reader);
            assertEquals(Verdict.DRIFTED, report.verdict());
            assertTrue(
                    report.differences().stream()
                            .anyMatch(it -> it.path().equals("table public.leads")
                                    && "owner_takes".equals(it.actual().get("owner"))),
                    report::toString);
        }
    }

    @Test
    void whoIsGivenEverythingAndMigratesIs() {
        database.execute("reassign owned by owner_migrates to owner_takes");

        assertEquals(Verdict.MATCHES, database.verifyAs("owner_takes").verdict());
    }

    @Test
    void whatIsSetForWhoMigratesInEveryDatabaseIsDriftIfItChangesWhatStatementsDo() {
        database.execute("alter role owner_migrates set row_security = off");
        assertEquals(List.of("database setting $owner in every database: row_security"), paths());

        database.execute("alter role owner_migrates reset row_security");
        database.execute("alter role owner_migrates set work_mem = '8MB'");
        assertEquals(List.of(), paths());
    }

    @Test
    void howSessionsReadTextsFromTheBeginningChangesNothing() {
        database.execute("alter role owner_migrates set standard_conforming_strings = off");
        assertEquals(Verdict.MATCHES, database.verifyAs("owner_migrates").verdict());
    }

    @Test
    void soIsWhatIsSetForAllInEveryDatabase() {
        try {
            database.execute("alter role all set array_nulls = off");
            assertEquals(List.of("database setting all in every database: array_nulls"), paths());
        } finally {
            database.execute("alter role all reset array_nulls");
        }
    }

    private List<String> paths() {
        return database.verifyAs("owner_migrates").differences().stream()
                .map(ReportedDifference::path)
                .toList();
    }
}
