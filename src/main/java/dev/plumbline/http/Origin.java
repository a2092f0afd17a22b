package dev.plumbline.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a request comes from. A browser on the same machine sends what any page tells it to, but says which page that was. */
final class Origin {

    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final Pattern NO_NAME = Pattern.compile("localhost(:|$)|[\\d.]+(:|$)|\\[");

    private Origin() {}

    /** Whether it is from this machine, and meant for it: a name of somebody else's can lead here too. */
    static boolean isHere(HttpServerRequest request) {
        try {
            return InetAddress.getByName(request.remoteAddress().hostAddress()).isLoopbackAddress()
                    && Optional.ofNullable(request.authority())
                            .filter(authority -> LOOPBACK.contains(authority.host()))
                            .isPresent();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Whether it is from no web page, or from one of ours: of this machine's, or of an address, for a name can be made to lead here by
     * whoever has it, with a page of his.
     */
    static boolean isOwn(HttpServerRequest request) {
        boolean site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .map(OURS::contains)
                .orElse(true);
        boolean origin = Optional.ofNullable(request.getHeader("Origin"))
                .map(from -> authority(from)
                        .filter(page -> page.equals(String.valueOf(request.authority())))
                        .filter(page -> NO_NAME.matcher(page).lookingAt())
                        .isPresent())
                .orElse(true);
        return site && origin;
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
