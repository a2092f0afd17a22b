package dev.plumbline.publication;

import dev.plumbline.publication.Sink.Refusal;
import dev.plumbline.publication.SinksConfig.SinkConfig;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/**
 * An address to which messages are posted. The status is the answer: how the rest of it comes is nobody's concern. A redirect
 * is followed nowhere, for what is sent can be secret.
 */
final class Webhook {

    private final HttpClient client;
    private final URI url;
    private final Duration timeout;

    private Webhook(HttpClient client, URI url, Duration timeout) {
        this.client = client;
        this.url = url;
        this.timeout = timeout;
    }

    /**
     * @throws IllegalArgumentException if it has no URL over HTTP, or a header that cannot be sent; it names the setting and does
     *     not show it
     */
    static Webhook of(String name, SinkConfig config) {
        String prefix = "plumbline.sinks." + name;
        URI url = config.url()
                .flatMap(Webhook::parsed)
                .orElseThrow(() -> new IllegalArgumentException(
                        prefix + ".url must be given, and begin with https:// or http://"));
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    prefix + ".url cannot have a user or password in it: give " + prefix + ".headers.authorization");
        }
        config.headers().forEach((header, value) -> {
            if (!isSendable(header, value)) {
                throw new IllegalArgumentException(prefix + ".headers." + header + " cannot be sent as a header");
            }
        });
        return new Webhook(
                HttpClient.newBuilder()
                        .connectTimeout(config.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                url,
                config.timeout());
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url))
                    .filter(its -> its.getHost() != null
                            && its.getScheme() != null
                            && its.getScheme().matches("https?"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSendable(String header, String value) {
        try {
            HttpRequest.newBuilder().setHeader(header, value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Posts it, and says what has kept it from arriving; empty if it has. */
    Uni<Optional<Refusal>> post(String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .setHeader("User-Agent", "plumbline");
        headers.forEach(request::setHeader);
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()))
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new HttpTimeoutException("no answer"))
                .map(Webhook::judged)
                .onFailure()
                .recoverWithItem(failure -> Optional.of(Refusal.of(told(failure))));
    }

    private static Optional<Refusal> judged(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.statusCode() / 100 == 2
                ? Optional.empty()
                : Optional.of(new Refusal("it answered " + answer.statusCode(), pause(answer.headers())));
    }

    /** Retry-After in seconds. As a date it is of use only where two clocks agree, and is left alone. */
    private static Duration pause(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
    }

    /** In words of our own: messages of exceptions can hold the URL. */
    private String told(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpTimeoutException) {
            return "it did not answer within " + timeout;
        }
        if (cause instanceof UnknownHostException || cause.getCause() instanceof UnresolvedAddressException) {
            return "its host is not known";
        }
        if (cause instanceof ConnectException) {
            return "it refuses connections";
        }
        return cause instanceof SSLException
                ? "no TLS connection could be made"
                : "the connection was lost (" + cause.getClass().getSimpleName() + ")";
    }
}
