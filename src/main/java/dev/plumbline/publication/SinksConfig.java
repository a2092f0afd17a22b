package dev.plumbline.publication;

import dev.plumbline.setting.Text;
import dev.plumbline.setting.Time;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is told of what happens, by name. */
@ConfigMapping(prefix = "plumbline.sinks")
public interface SinksConfig {

    @WithParentName
    Map<String, SinkConfig> sinks();

    /** What can be set about one of them. */
    interface SinkConfig {

        /** How it is told. */
        Type type();

        /**
         * Where it is, for http and slack. Whoever knows the URL of a Slack webhook can write there: it is never shown, and so
         * no URI, for what is none would be shown as such.
         */
        Optional<String> url();

        /** For http: the secret of Standard Webhooks by which messages are signed, {@code whsec_} and base64. */
        Optional<String> secret();

        /** For http: sent with each message. They can hold secrets, and are never shown. */
        Map<String, String> headers();

        /** For notify: the channel. */
        @WithConverter(Text.class)
        @WithDefault("plumbline_events")
        String channel();

        /** How long to wait for a connection. */
        @WithConverter(Time.OfMillis.class)
        @WithDefault("PT3S")
        Duration connectTimeout();

        /** How long to wait for the answer, from the beginning. */
        @WithConverter(Time.OfMillis.class)
        @WithDefault("PT10S")
        Duration timeout();

        /** For how long a message is tried again and again. Then it is a dead letter. */
        @WithConverter(Time.OrNone.class)
        @WithDefault("P3D")
        Duration giveUpAfter();

        /** Of differences, those that are at least so bad. */
        @WithDefault("note")
        Severity severity();

        /** Of differences, those whose path fits one of these globs; all if there is none. */
        Optional<List<@WithConverter(Text.class) String>> paths();

        /** Events whose type fits one of these globs; all if there is none. */
        Optional<List<@WithConverter(Text.class) String>> types();

        /** How much later everything is told. A difference that has gone by then is not told of. */
        @WithConverter(Time.OrNone.class)
        @WithDefault("PT0S")
        Duration quiet();
    }

    /** How bad differences are, the worst first. */
    enum Severity {
        SECURITY,
        INTEGRITY,
        STRUCTURE,
        PERFORMANCE,
        NOTE;

        /** As reports and events have it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The ways to tell. */
    enum Type {
        /** A CloudEvent to a webhook. */
        HTTP,
        /** A message to an incoming webhook of Slack, or of whatever takes the same. */
        SLACK,
        /** A line of the log. */
        LOG,
        /** NOTIFY in the database. */
        NOTIFY
    }
}
