package dev.plumbline.migration;

import dev.plumbline.connection.Secrets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.flywaydb.core.api.configuration.Configuration;

/** A run without a ledger, for the many tests that are about what a migration does and not about how it is kept. */
public final class Unkept {

    private Unkept() {}

    public static Run run(Configuration flyway, MigrationConfig config) {
        Clock clock = Clock.systemUTC();
        var attempt = new Attempt(UUID.randomUUID(), clock.instant(), "none", Wish.ALL);
        try {
            return attempt.succeeded(
                    clock.instant(),
                    new Execution(flyway, config, clock, pending -> {}).carryOut(attempt),
                    "not looked at");
        } catch (RuntimeException | SQLException e) {
            return attempt.failed(
                    clock.instant(), Failures.of(e, new Secrets(flyway.getPlaceholders()), attempt), "not looked at");
        }
    }
}
