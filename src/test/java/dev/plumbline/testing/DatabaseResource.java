package dev.plumbline.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the application under test a database of its own, named as users name theirs: by DATABASE_URL. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static TestDatabase database;

    /** The database of the application under test. */
    public static TestDatabase database() {
        return database;
    }

    @Override
    public Map<String, String> start() {
        database = TestServer.ofDefaultMajor().emptyDatabase();
        return Map.of("DATABASE_URL", database.url());
    }

    @Override
    public void stop() {
        database.close();
    }
}
