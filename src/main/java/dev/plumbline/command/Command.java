package dev.plumbline.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the process is started for. */
enum Command {
    SERVE,
    MIGRATE,
    VERIFY;

    /** No server, no watch, nothing but the result on standard output, whatever people have set for the service. */
    private static final Map<String, String> ALONE = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.host-enabled", "false",
            "quarkus.log.console.stderr", "true",
            "quarkus.scheduler.enabled", "false",
            "plumbline.watch.enabled", "false");

    static Optional<Command> named(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Settings of the process without which it would start more than it needs. */
    Map<String, String> settings() {
        return this == SERVE ? Map.of() : ALONE;
    }
}
