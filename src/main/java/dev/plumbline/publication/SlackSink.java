package dev.plumbline.publication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.ledger.Delivery;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** An incoming webhook of Slack. What is said in a database can neither ring anybody's bell nor be a link. */
final class SlackSink implements Sink {

    private final Webhook webhook;
    private final Optional<URI> link;

    SlackSink(Webhook webhook, Optional<URI> link) {
        this.webhook = webhook;
        this.link = link;
    }

    @Override
    public Uni<Optional<Refusal>> send(Delivery delivery) {
        return webhook.post(body(Message.of(delivery.documents())), Map.of("Content-Type", "application/json"));
    }

    private String body(Message message) {
        String where = link.map(url -> "\n<" + url + "|What differs now>").orElse("");
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", message.text(SlackSink::escaped) + where)
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace('`', '\'');
    }
}
