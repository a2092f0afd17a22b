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

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(environment, "environment", 300))
                .withSources(new DatabaseUrlSource())
                .build();
    }
}
