package dev.plumbline.connection;

import dev.plumbline.setting.Time;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What can be set about the database, beside where it is. */
@ConfigMapping(prefix = "plumbline.database")
public interface DatabaseConfig {

    /** How long to wait for it at start before that is called a failure. The service goes on trying after that. */
    @WithConverter(Time.OrNone.class)
    @WithDefault("PT1M")
    Duration waitTimeout();

    /** Set by {@link DatabaseUrlSource} alone, as is the other. */
    Optional<String> problem();

    Optional<String> embedded();
}
