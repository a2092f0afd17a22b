package dev.plumbline.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about verifications. */
@ConfigMapping(prefix = "plumbline.verification")
public interface VerificationConfig {

    /** How long one verification may take in all, and each of its queries. What takes longer is UNKNOWN. */
    @WithDefault("PT30S")
    Duration timeout();

    /** How often the catalog is read again when it changes while it is read. Then the verdict is UNKNOWN. */
    @WithDefault("5")
    int retries();
}
