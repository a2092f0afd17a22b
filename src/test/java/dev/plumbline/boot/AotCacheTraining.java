package dev.plumbline.boot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.Jar;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.testing.Until;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the package on a database of its own, so that the JVM learns what it needs: with the profile "aot", on JDK 25 or later. */
class AotCacheTraining {

    private static final Path CACHE = Path.of("target", "quarkus-app", "plumbline.aot");

    /** A cache is good only for the garbage collector that it was made with, and that depends on the machine if nobody says it. */
    private static final String OPTIONS = "-XX:+UseSerialGC -Xmx256m ";

    private static final int ENDED_BY_SIGTERM = 143;

    @Test
    void theCacheIsMadeByAServiceThatMigratesVerifiesAndAnswers() throws Exception {
        try (TestDatabase database = TestServer.ofDefaultMajor().database()) {
            Files.deleteIfExists(CACHE);
            try (Jar jar = start(database, "-XX:AOTCacheOutput=" + CACHE)) {
                Until.isTrue(jar::isReady);
                for (String path : List.of("/schema/verification", "/migrations", "/migrations/plan", "/q/metrics")) {
                    assertEquals(200, jar.get(path).statusCode());
                }
                jar.end();
                assertEquals(ENDED_BY_SIGTERM, jar.exitCode(), jar::log);
            }
            assertTrue(Files.exists(CACHE));
            try (Jar jar = start(database, "-XX:AOTMode=on -XX:AOTCache=" + CACHE)) {
                Until.isTrue(jar::isReady);
                assertThat(jar.log(), not(containsString("AOT cache")));
            }
        }
    }

    private static Jar start(TestDatabase database, String options) {
        return Jar.start(Map.of("DATABASE_URL", database.url(), "JDK_JAVA_OPTIONS", OPTIONS + options));
    }
}
