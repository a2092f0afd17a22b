package dev.plumbline.publication;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** What can be set about events, whoever is told of them. */
@ConfigMapping(prefix = "plumbline.events")
public interface EventsConfig {

    /** Where people reach the service: the source of its events, and a link in messages. */
    Optional<URI> url();
}
