package dev.plumbline.watch;

import dev.plumbline.setting.Switch;
import dev.plumbline.setting.Time;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about the watch. */
@ConfigMapping(prefix = "plumbline.watch")
public interface WatchConfig {

    /** Whether this process watches, and tells sinks of what has changed. A command that is soon over does neither. */
    @WithConverter(Switch.class)
    @WithDefault("true")
    boolean enabled();

    /** How often one of the replicas verifies, at least; zero for never. */
    @WithConverter(Time.OrNone.class)
    @WithDefault("PT5M")
    Duration every();

    /** Whether to have event triggers write down who changes the schema, and tell of it at once. */
    @WithDefault("auto")
    Ddl ddl();

    /** How long it is remembered who changed the schema, what differed, and what was told of that. */
    @WithConverter(Time.Kept.class)
    @WithDefault("P90D")
    Duration keep();

    /** What to do about event triggers. */
    enum Ddl {
        /** Makes them where the role may. */
        AUTO,
        /** Makes them, and complains where the role may not. */
        ON,
        /** Makes none and listens to none. Those that are there stay. */
        OFF
    }
}
