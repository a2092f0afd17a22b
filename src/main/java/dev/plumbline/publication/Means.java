package dev.plumbline.publication;

import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.util.Optional;

/**
 * What sinks need of the service.
 *
 * @param link where people find out more
 */
public record Means(Pool pool, Optional<URI> link) {}
