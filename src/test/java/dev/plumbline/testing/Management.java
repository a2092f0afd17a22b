package dev.plumbline.testing;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.net.URI;

/** The port of the application under test on which the probes and the metrics are. */
public final class Management {

    private Management() {}

    @SuppressWarnings({"deprecation", "removal"})
    public static String url(String path) {
        return URI.create(TestHTTPResourceManager.getManagementUri())
                .resolve(path)
                .toString();
    }
}
