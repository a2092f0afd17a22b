package dev.plumbline.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** What can be set about the watch. */
@ConfigMapping(prefix = "plumbline.watch")
public interface WatchConfig {

    /** How often to verify, at least; zero for never. Ten seconds or more are shortened at random by up to a fifth. */
    @DurationMin
    @WithDefault("PT5M")
    Duration every();
}
