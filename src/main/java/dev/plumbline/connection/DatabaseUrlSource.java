package dev.plumbline.connection;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.common.utils.StringUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Where the database is: what {@code DATABASE_URL} or {@code SUPABASE_DB_URL} says, in that order, or in dev mode,
 * when nothing says anything, a PostgreSQL of our own.
 */
public final class DatabaseUrlSource implements ConfigSourceFactory {

    /** Set when there is no usable database, to the sentence that says so: a build must not fail for want of one. */
    public static final String PROBLEM = "plumbline.database.problem";

    /** Set in dev mode, when the database is our own, to its URL. */
    public static final String EMBEDDED = "plumbline.database.embedded";

    private static final List<String> VARIABLES = List.of("DATABASE_URL", "SUPABASE_DB_URL");
    private static final List<String> OWN_SETTINGS =
            List.of("quarkus.datasource.jdbc.url", "quarkus.datasource.reactive.url");

    /** Above application.properties (250) and below the environment (300), so that a setting of Quarkus wins. */
    private static final int ORDINAL = 275;

    /**
     * A build keeps what it finds as defaults of the package, passwords and all; only what comes from the environment it
     * does not keep. What is said here does come from there, and is given out as such.
     */
    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = variable(context)
                .map(variable -> settings(variable.getName(), variable.getRawValue()))
                .orElseGet(() -> withoutUrl(context));
        return List.of(new EnvConfigSource(environment(settings), ORDINAL));
    }

    private static Map<String, String> environment(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> StringUtil.replaceNonAlphanumericByUnderscores(setting.getKey())
                                .toUpperCase(Locale.ROOT),
                        setting -> literally(setting.getValue())));
    }

    /** A dollar sign would begin an expression of the configuration; two are one. */
    private static String literally(String text) {
        return text.replace("$", "$$");
    }

    private static Optional<ConfigValue> variable(ConfigSourceContext context) {
        return VARIABLES.stream().flatMap(name -> given(context, name)).findFirst();
    }

    private static Stream<ConfigValue> given(ConfigSourceContext context, String name) {
        return Stream.ofNullable(context.getValue(name))
                .filter(value ->
                        value.getRawValue() != null && !value.getRawValue().isBlank());
    }

    private static Map<String, String> settings(String name, String uri) {
        try {
            DatabaseUrl url = DatabaseUrl.parse(uri);
            return url.distrust()
                    .map(why -> Map.of(PROBLEM, "In " + name + ", " + why))
                    .orElseGet(url::settings);
        } catch (IllegalArgumentException e) {
            return Map.of(PROBLEM, "In " + name + ", " + e.getMessage());
        }
    }

    private static Map<String, String> withoutUrl(ConfigSourceContext context) {
        if (OWN_SETTINGS.stream()
                .allMatch(name -> given(context, name).findAny().isPresent())) {
            return Map.of();
        }
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            EmbeddedPostgres.start();
        }
        return EmbeddedPostgres.url()
                .map(DatabaseUrlSource::ownSettings)
                .orElseGet(() -> Map.of(
                        PROBLEM,
                        "There is no database: set DATABASE_URL (or SUPABASE_DB_URL) to its connection URI,"
                                + " postgresql://user:password@host:5432/database?sslmode=require"));
    }

    private static Map<String, String> ownSettings(String url) {
        Map<String, String> settings = new TreeMap<>(DatabaseUrl.parse(url).settings());
        settings.put(EMBEDDED, url);
        return settings;
    }
}
