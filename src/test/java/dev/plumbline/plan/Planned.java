package dev.plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.contract.Contract;
import dev.plumbline.contract.Migration;
import dev.plumbline.diff.Diff;
import dev.plumbline.testing.Case;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import dev.plumbline.verification.Snapshots;
import dev.plumbline.verification.VerificationConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A project of its own: scripts, the contract that they build, and a database on which some of them have run.
 *
 * @param folder with {@code migrations/}, and {@code state.sql}, which is what the database has in it besides
 * @param since what whoever plans is told that somebody has changed since the last run
 * @param half the script of which he is told that half of it is there
 */
record Planned(Case folder, TestDatabase database, Contract contract, Planner.Since since, Optional<String> half)
        implements AutoCloseable {

    private static final Planner.Since NOTHING = new Planner.Since(List.of(), Optional.empty(), true);

    /** The scripts have run up to the version in {@code applied.txt}, if there is that. */
    static Planned of(Case folder) {
        return of(
                folder,
                folder.has("applied.txt")
                        ? Optional.of(folder.read("applied.txt").strip())
                        : Optional.empty());
    }

    private static Planned of(Case folder, Optional<String> applied) {
        Contract contract = contract(folder);
        TestDatabase database = TestServer.ofDefaultMajor().emptyDatabase();
        applied.ifPresent(version -> migrate(database, scripts(folder, database).target(version)));
        if (folder.has("state.sql")) {
            database.execute(folder.read("state.sql"));
        }
        return new Planned(folder, database, contract, NOTHING, Optional.empty());
    }

    private static Contract contract(Case folder) {
        try (TestDatabase built = TestServer.ofDefaultMajor().emptyDatabase()) {
            if (folder.has("platform.sql")) {
                built.execute(folder.read("platform.sql"));
            }
            var before = built.everything();
            migrate(built, scripts(folder, built));
            return Contract.of(
                    Arrays.stream(scripts(folder, built).load().info().all())
                            .filter(info -> !info.getType().equals(CoreMigrationType.SCHEMA))
                            .map(info -> new Migration(
                                    Optional.ofNullable(info.getVersion()).map(Object::toString),
                                    info.getDescription(),
                                    Optional.ofNullable(info.getChecksum())))
                            .toList(),
                    before,
                    built.everything());
        }
    }

    private static FluentConfiguration scripts(Case folder, TestDatabase database) {
        return of(folder, database.flyway());
    }

    private static FluentConfiguration of(Case folder, FluentConfiguration flyway) {
        return TestDatabase.at("filesystem:" + folder.folder().resolve("migrations"), flyway)
                .placeholders(Map.of("password", "hidden-word", "shop", "shop"));
    }

    private static void migrate(TestDatabase database, FluentConfiguration flyway) {
        assertEquals(Optional.empty(), database.migrate(flyway).failure());
    }

    Planned told(Planner.Since changes, Optional<String> halfDone) {
        return new Planned(folder, database, contract, changes, halfDone);
    }

    FluentConfiguration flyway() {
        return scripts(folder, database);
    }

    Planner planner() {
        return planner(flyway());
    }

    Planner planner(FluentConfiguration flyway) {
        return planner(flyway, contract);
    }

    /** As another role, which needs no password. */
    Planner plannerAs(String role) {
        return planner(of(folder, database.flywayAs(role)));
    }

    /** Of runs that wait no longer than a millisecond for a lock. */
    Planner planner(FluentConfiguration flyway, Contract promised) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(VerificationConfig.class, "plumbline.verification")
                .build()
                .getConfigMapping(VerificationConfig.class, "plumbline.verification");
        var snapshots = new Snapshots(database.pool(), promised, config, Clock.systemUTC());
        return new Planner(
                flyway,
                promised,
                new Planner.Live() {
                    @Override
                    public Diff differences() {
                        return snapshots.differences().await().indefinitely();
                    }

                    @Override
                    public Planner.Since sinceLastRun(Optional<String> version) {
                        return since;
                    }

                    @Override
                    public Optional<String> half() {
                        return half;
                    }
                },
                Duration.ofSeconds(30),
                Duration.ofMillis(1),
                Clock.systemUTC());
    }

    @Override
    public void close() {
        database.close();
    }
}
