package dev.plumbline.http;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request's Prefer header asks for that we can do, see RFC 7240.
 *
 * @param patience how long the client would wait for a result
 */
record Prefer(Optional<Duration> patience) {

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,5})\"?\\s*(?:$|[,;])", Pattern.CASE_INSENSITIVE);

    /** A client that asks for more is answered after this: no proxy on the way keeps a silent connection much longer. */
    private static final long LONGEST = 60;

    /** What cannot be understood is no preference, as the RFC has it. */
    static Prefer of(String header) {
        if (header == null) {
            return new Prefer(Optional.empty());
        }
        Matcher wait = WAIT.matcher(header);
        return new Prefer(
                wait.find() && Long.parseLong(wait.group(1)) > 0
                        ? Optional.of(Duration.ofSeconds(Math.min(LONGEST, Long.parseLong(wait.group(1)))))
                        : Optional.empty());
    }

    /** What the response says of it. */
    String applied() {
        return patience.map(time -> "wait=" + time.toSeconds()).orElse("");
    }
}
