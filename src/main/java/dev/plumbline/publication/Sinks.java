package dev.plumbline.publication;

import dev.plumbline.ledger.Outbox;
import dev.plumbline.ledger.Subscription;
import dev.plumbline.publication.SinksConfig.SinkConfig;
import dev.plumbline.publication.SinksConfig.Type;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Who is told of what happens, as it is configured. */
public final class Sinks {

    private static final Set<Type> GROUPED = Set.of(Type.SLACK, Type.LOG);
    private static final String PREFIX = "plumbline.sinks.";
    private static final String SETTINGS =
            "type, url, secret, channel, connect-timeout, timeout, give-up-after, severity, paths, types, quiet";
    private static final Pattern SETTING = Pattern.compile("\\Q" + PREFIX + "\\E([^.\"]+|\"[^\"]+\")\\.(("
            + SETTINGS.replace(", ", "|") + ")(\\[\\d+])?|headers\\..+)");

    private final Map<String, SinkConfig> configured;
    private final Knative knative;

    public Sinks(SinksConfig config, Knative knative) {
        this.configured = new TreeMap<>(config.sinks());
        this.knative = knative;
        knative.sink().ifPresent(sink -> configured.put(Knative.NAME, sink));
    }

    /**
     * Refuses what looks like a setting of a sink and is none: whoever has misspelt one would wait for messages in vain.
     *
     * @param names of all that is set, whatever it is about
     * @throws IllegalArgumentException if something is
     */
    public static void check(Iterable<String> names) {
        names.forEach(name -> {
            if (name.startsWith(PREFIX) && !SETTING.matcher(name).matches()) {
                throw new IllegalArgumentException(name + " is no setting of a sink: that is " + PREFIX
                        + "<name>.<setting>, with a name of one word in the environment, and one of " + SETTINGS
                        + ", headers.<name>");
            }
        });
    }

    /** What each of them wants to be told. */
    public List<Subscription> subscriptions() {
        return configured.entrySet().stream()
                .map(sink -> new Subscription(
                        sink.getKey(),
                        GROUPED.contains(sink.getValue().type()),
                        sink.getValue().quiet(),
                        Filter.of(sink.getValue())))
                .toList();
    }

    /**
     * Those who tell them.
     *
     * @param listener is told what has become of each attempt
     * @throws IllegalArgumentException if something is configured wrongly, with the name of the setting
     */
    public Publishers publishers(Outbox outbox, Means means, Clock clock, Consumer<Attempted> listener) {
        var retry = new Retry(() -> ThreadLocalRandom.current().nextDouble());
        return new Publishers(configured.entrySet().stream()
                .map(sink -> new Publisher(
                        sink.getKey(),
                        sink(sink.getKey(), sink.getValue(), means, clock),
                        sink.getValue(),
                        outbox,
                        clock,
                        retry,
                        listener))
                .toList());
    }

    private Sink sink(String name, SinkConfig config, Means means, Clock clock) {
        return switch (config.type()) {
            case HTTP -> HttpSink.of(name, config, name.equals(Knative.NAME) ? knative.extensions() : Map.of(), clock);
            case SLACK -> new SlackSink(Webhook.of(name, config), means.link());
            case LOG -> new LogSink();
            case NOTIFY -> new NotifySink(means.pool(), config.channel(), config.timeout());
        };
    }
}
