package dev.plumbline.publication;

import dev.plumbline.ledger.Delivery;
import dev.plumbline.publication.SinksConfig.SinkConfig;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A webhook that takes CloudEvents in structured mode. */
final class HttpSink implements Sink {

    private static final JsonFormat JSON = new JsonFormat();

    private final Webhook webhook;
    private final Map<String, String> headers;
    private final Optional<Signature> signature;
    private final Map<String, String> extensions;
    private final Clock clock;

    private HttpSink(
            Webhook webhook,
            Map<String, String> headers,
            Optional<Signature> signature,
            Map<String, String> extensions,
            Clock clock) {
        this.webhook = webhook;
        this.headers = headers;
        this.signature = signature;
        this.extensions = extensions;
        this.clock = clock;
    }

    /**
     * @param extensions attributes that each event is given on the way
     */
    static HttpSink of(String name, SinkConfig config, Map<String, String> extensions, Clock clock) {
        return new HttpSink(
                Webhook.of(name, config),
                named(config.headers()),
                config.secret().map(secret -> Signature.of(name, secret)),
                extensions,
                clock);
    }

    /** In the environment a name has no hyphen, and comes from there with dots. */
    private static Map<String, String> named(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().replace('.', '-'), Map.Entry::getValue));
    }

    @Override
    public Uni<Optional<Refusal>> send(Delivery delivery) {
        CloudEvent event = JSON.deserialize(delivery.documents().get(0).getBytes(StandardCharsets.UTF_8));
        CloudEventBuilder extended = CloudEventBuilder.from(event);
        extensions.forEach(extended::withExtension);
        String body = new String(JSON.serialize(extended.build()), StandardCharsets.UTF_8);
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", JsonFormat.CONTENT_TYPE + "; charset=utf-8");
        signature.ifPresent(its -> all.putAll(its.headers(event.getId(), clock.instant(), body)));
        return webhook.post(body, all);
    }
}
