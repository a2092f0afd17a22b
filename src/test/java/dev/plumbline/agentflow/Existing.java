package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import dev.plumbline.migration.Run;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Databases that exist before the first run, and the roles that migrate them. */
final class Existing {

    static final String SUPERUSER = "postgres";

    /** As on Supabase: no superuser, and auth is not its own. */
    static final String MIGRATOR = "migrator";

    private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include: (\\S+)$");
    private static final Map<TestServer, TestDatabase> PLATFORMS = new ConcurrentHashMap<>();
    private static final Map<TestServer, TestDatabase> FINISHED = new ConcurrentHashMap<>();

    private Existing() {}

    /** What is asked of the database of a case. A file with a role's name and ".not" leaves that role out. */
    @FunctionalInterface
    interface Check {
        void of(Case state, TestDatabase database, String role) throws IOException;
    }

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

    /** The database of a case, handed to the role that is to migrate it; then.sql is what happens after that. */
    private static TestDatabase of(Case state, TestServer server, String role) {
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
        if (state.has("then.sql")) {
            database.execute(state.read("then.sql"));
        }
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

    /** The frame of a corpus: each of its cases on each server, as each role that it is for; in brief as the one that may less. */
    static Stream<DynamicNode> each(String corpus, Check check) {
        return TestServer.onEachMajor(server -> Case.in(corpus).stream()
                .filter(state -> state.isFor(server.major()))
                .flatMap(state -> tests(state, server, check)));
    }

    private static Stream<DynamicTest> tests(Case state, TestServer server, Check check) {
        return Stream.of(MIGRATOR, SUPERUSER)
                .filter(role -> !state.has(role + ".not"))
                .limit(Case.brief() ? 1 : 2)
                .map(role -> DynamicTest.dynamicTest(state.name() + " as " + role, () -> {
                    try (TestDatabase database = of(state, server, role)) {
                        check.of(state, database, role);
                    }
                }));
    }

    /** The paths that a file of a case speaks of: each line is a pattern. Without the file, none. */
    static Predicate<String> paths(Case state, String file) {
        return state.has(file) ? paths(state.read(file)) : path -> false;
    }

    static Predicate<String> paths(String patterns) {
        return patterns.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Pattern.compile(line).asPredicate())
                .reduce(path -> false, Predicate::or);
    }
}
