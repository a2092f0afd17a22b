package dev.plumbline.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** What can be set about verifications. */
@ConfigMapping(prefix = "plumbline.verification")
public interface VerificationConfig {

    /** How long one verification may take in all, and each of its queries. What takes longer is UNKNOWN, after 2 s more for who keeps it. */
    @DurationMin(millis = 1)
    @WithDefault("PT30S")
    Duration timeout();

    /** How often the catalog is read again when it changes while it is read. Then the verdict is UNKNOWN. */
    @Min(0)
    @WithDefault("5")
    int retries();

    /**
     * Globs on the paths of differences that are left out of reports, such as {@code table public.tmp_*}; {@code *} is any
     * text, {@code ?} any character. How many each has hidden is in the report.
     */
    Optional<List<@NotBlank String>> ignore();
}
