package dev.plumbline.command;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Tells of what looks like a setting and is none: whoever has misspelt one would wait in vain for what it does. */
@Singleton
class Misspelt {

    private static final Logger LOG = Logger.getLogger(Misspelt.class);
    private static final String PREFIX = "plumbline.";
    private static final Pattern SETTING = Pattern.compile("""
            plumbline\\.(
            security |
            database\\.(wait-timeout|problem|embedded) |
            embedded\\.url |
            events\\.url |
            http\\.requests[-.]per[-.]second |
            issuers\\.([^."]+|"[^"]+")\\.(issuer|audience|jwks|claim|reader|operator|certificates|token-file)(\\[\\d+])? |
            migration\\.(at-start|lock-timeout|lock-retries|statement-timeout|queue-timeout|silence-timeout|end-timeout
              |drift-gate|keep-runs|create-platform) |
            sinks\\..+ |
            verification\\.(timeout|retries|ignore(\\[\\d+])?) |
            watch\\.(enabled|every|ddl|keep)
            )
            """, Pattern.COMMENTS);

    /** Kubernetes puts the address of each Service of the namespace into the environment, and ours may be called so. */
    private static final Pattern SERVICE =
            Pattern.compile("plumbline\\.(.+\\.)?(service\\.host|(service\\.)?port([.\\[].+)?)");

    private final Config config;

    Misspelt(Config config) {
        this.config = config;
    }

    void tell(@Observes StartupEvent event) {
        of(config.getPropertyNames()).forEach(name -> LOG.warnf("%s is set, and is no setting: it does nothing", name));
    }

    /**
     * Of sinks none: those are refused when they are made.
     *
     * @param names of all that is set, whatever it is about
     * @return those that begin like ours
     */
    static List<String> of(Iterable<String> names) {
        return StreamSupport.stream(names.spliterator(), false)
                .filter(name -> name.startsWith(PREFIX)
                        && !SETTING.matcher(name).matches()
                        && !SERVICE.matcher(name).matches())
                .sorted()
                .toList();
    }
}
