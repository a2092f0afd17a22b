package dev.plumbline.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlSourceTest {

    private static final String PASSWORD = "quarkus.datasource.password";

    @ParameterizedTest
    @CsvSource({
        "pa%24%24word, pa$$word",
        "pa$$word, pa$$word",
        "x%24%7BsecretA%7Dy, x${secretA}y",
        "x${secretA}y, x${secretA}y",
        "p${se:c}%25$ret, p${se:c}%$ret",
        "back\\slash%5C, back\\slash\\"
    })
    void aPasswordIsTakenLiterally(String encoded, String password) {
        assertEquals(
                password,
                config(Map.of("DATABASE_URL", "postgresql://u:" + encoded + "@h/d"))
                        .getValue(PASSWORD, String.class));
    }

    @Test
    void databaseUrlGoesBeforeSupabaseDbUrl() {
        SmallRyeConfig config =
                config(Map.of("DATABASE_URL", "postgresql://a@h/d", "SUPABASE_DB_URL", "postgresql://b@h/d"));
        assertEquals("a", config.getValue("quarkus.datasource.username", String.class));
    }

    @Test
    void withoutOneTheProblemNamesTheSetting() {
        assertTrue(config(Map.of())
                .getValue(DatabaseUrlSource.PROBLEM, String.class)
                .contains("set DATABASE_URL"));
    }

    @ParameterizedTest
    @CsvSource({
        "sslmode=verify-full, sslrootcert is missing",
        "sslmode=verify-ca, sslrootcert is missing",
        "sslmode=verify-full&sslrootcert=/nowhere.crt, cannot be read",
        "sslmode=verify-full&sslrootcert=a%00b, cannot be read",
        "sslmode=verify-ca&sslrootcert=pom.xml, has no certificate in it",
        "sslmode=verify-ca&sslrootcert=/dev/null, has no certificate in it"
    })
    void aCertificateThatCannotBeVerifiedIsRefusedBeforeAnythingIsTried(String query, String why) {
        String problem = config(Map.of("DATABASE_URL", "postgresql://u@h/d?" + query))
                .getValue(DatabaseUrlSource.PROBLEM, String.class);
        assertTrue(problem.contains(why), problem);
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withSources(new DatabaseUrlSource())
                .build();
    }
}
