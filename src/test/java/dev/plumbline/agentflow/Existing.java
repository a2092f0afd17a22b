package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import dev.plumbline.migration.Run;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Databases that exist before the first run, and the roles that migrate them. */
final class Existing {

    static final String SUPERUSER = "postgres";

    /** As on Supabase: no superuser, and auth is not its own. */
    static final String MIGRATOR = "migrator";

    private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include: (\\S+)$");
    private static final Map<TestServer, TestDatabase> PLATFORMS = new ConcurrentHashMap<>();
    private static final Map<TestServer, TestDatabase> FINISHED = new ConcurrentHashMap<>();

    private Existing() {}

    /** A database with the platform only, as like Supabase's as it can be made. */
    static TestDatabase platform(TestServer server) {
        return server.copy(PLATFORMS.computeIfAbsent(server, Existing::likeSupabase));
    }

    private static TestDatabase likeSupabase(TestServer server) {
        TestDatabase database = server.database();
        database.execute(Sql.resource("agentflow/like_supabase.sql"));
        return database;
    }

    /** A database with the whole schema, and without Flyway's history. */
    static TestDatabase finished(TestServer server) {
        return server.copy(FINISHED.computeIfAbsent(server, Existing::finish));
    }

    private static TestDatabase finish(TestServer server) {
        TestDatabase database = platform(server);
        assertEquals(Optional.empty(), migrate(database, SUPERUSER).failure());
        database.execute("drop schema plumbline cascade");
        return database;
    }

    /** The database of a case, handed to the role that is to migrate it. */
    static TestDatabase of(Case state, TestServer server, String role) {
        String before = state.read("before.sql");
        List<String> included =
                INCLUDE.matcher(before).results().map(match -> match.group(1)).toList();
        TestDatabase database = start(state, included, server);
        included.stream()
                .filter(name -> !name.equals("finished"))
                .map(Sql::resource)
                .forEach(database::execute);
        database.execute(before);
        handTo(role, database);
        return database;
    }

    private static TestDatabase start(Case state, List<String> included, TestServer server) {
        if (state.has("bare")) {
            return server.emptyDatabase();
        }
        return included.contains("finished") ? finished(server) : platform(server);
    }

    static void handTo(String role, TestDatabase database) {
        if (role.equals(MIGRATOR)) {
            database.execute(Sql.resource("agentflow/own.sql"));
        }
    }

    static Run migrate(TestDatabase database, String role) {
        return database.migrate(role.equals(SUPERUSER) ? database.flyway() : database.flywayAs(role));
    }

    /** The roles that a case is for: a file with the role's name and ".not" leaves it out. */
    static Stream<String> roles(Case state) {
        return Stream.of(SUPERUSER, MIGRATOR).filter(role -> !state.has(role + ".not"));
    }

    /** Whether what is unexpected may be: it stays, and is reported. Each line of the file is a pattern of paths. */
    static Predicate<String> stays(String patterns) {
        return patterns.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Pattern.compile(line).asPredicate())
                .reduce(path -> false, Predicate::or);
    }
}
