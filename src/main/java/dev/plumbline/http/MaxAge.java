package dev.plumbline.http;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one wish of a request's Cache-Control that matters here: how old an answer may be. */
final class MaxAge {

    /** Nine digits are thirty years. */
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|,)\\s*max-age\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:,|$)");

    private MaxAge() {}

    /**
     * Empty where nothing is said, or nothing that can be understood: RFC 9111 has caches ignore what they do not know.
     *
     * @param cacheControl the header; may be null
     */
    static Optional<Duration> of(String cacheControl) {
        return Optional.ofNullable(cacheControl)
                .map(MAX_AGE::matcher)
                .filter(Matcher::find)
                .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))));
    }
}
