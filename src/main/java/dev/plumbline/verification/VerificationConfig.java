package dev.plumbline.verification;

import dev.plumbline.setting.Count;
import dev.plumbline.setting.Text;
import dev.plumbline.setting.Time;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be set about verifications. */
@ConfigMapping(prefix = "plumbline.verification")
public interface VerificationConfig {

    /** How long one verification may take in all, and each of its queries. What takes longer is UNKNOWN, after 2 s more for who keeps it. */
    @WithConverter(Time.OfMillis.class)
    @WithDefault("PT30S")
    Duration timeout();

    /** How often the catalog is read again when it changes while it is read. Then the verdict is UNKNOWN. */
    @WithConverter(Count.class)
    @WithDefault("5")
    int retries();

    /**
     * Globs on the paths of differences that are left out of reports, such as {@code table public.tmp_*}; {@code *} is any
     * text, {@code ?} any character. How many each has hidden is in the report.
     */
    Optional<List<@WithConverter(Text.class) String>> ignore();
}
