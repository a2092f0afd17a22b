package dev.plumbline.migration;

import dev.plumbline.setting.Count;
import dev.plumbline.setting.Switch;
import dev.plumbline.setting.Time;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about migrations. */
@ConfigMapping(prefix = "plumbline.migration")
public interface MigrationConfig {

    /** Whether the service migrates when it starts. */
    @WithConverter(Switch.class)
    @WithDefault("true")
    boolean atStart();

    /**
     * How long a script may wait for locks, all in all, from the first on for which others wait; until then, for each. A
     * migration that queues behind a long query makes every later query queue behind itself.
     */
    @WithConverter(Time.OfMillis.class)
    @WithDefault("PT5S")
    Duration lockTimeout();

    /** How often a script is tried again that did not get its locks in time, or was the victim of a deadlock. */
    @WithConverter(Count.class)
    @WithDefault("5")
    int lockRetries();

    /** How long a statement of a migration may run. */
    @WithConverter(Time.OfMillis.class)
    @WithDefault("PT10M")
    Duration statementTimeout();

    /** How long a run waits for another replica's run to end, before it gives up. */
    @WithConverter(Time.OfSeconds.class)
    @WithDefault("PT10M")
    Duration queueTimeout();

    /**
     * After how long without a sign of life of the process that migrates, such as one that was frozen, the server gives its
     * locks back and another may go on.
     */
    @WithConverter(Time.OfSeconds.class)
    @WithDefault("PT30S")
    Duration silenceTimeout();

    /** How long the end of the process waits for the end of the run that it carries out. */
    @WithConverter(Time.OrNone.class)
    @WithDefault("PT30S")
    Duration endTimeout();

    /** What to do if the schema is not any more what the last run has left. A request can say otherwise for its run. */
    @WithDefault("refuse")
    DriftGate driftGate();

    /** How long runs are remembered. The last is never forgotten. */
    @WithConverter(Time.Kept.class)
    @WithDefault("P365D")
    Duration keepRuns();

    /**
     * Whether to create what Supabase would provide (roles, the schemas auth and extensions) before migrating. For a
     * bare PostgreSQL only; needs a superuser.
     */
    @WithConverter(Switch.class)
    @WithDefault("false")
    boolean createPlatform();
}
