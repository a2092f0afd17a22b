package dev.plumbline.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.Plugin;

/**
 * What Flyway sets in a session before a script or callback of people's runs in it. Where that has a transaction, it ends
 * with it: behind a pooler, the session is somebody else's next.
 */
public final class SessionSettings implements Plugin {

    private static final String NOTICE_DEAD_CLIENT = Sql.resource("connection/notice_dead_client.sql");

    private Map<String, String> settings = Map.of("search_path", "default");
    private Optional<Duration> patience = Optional.empty();
    private Listener listener = new Listener() {};

    /** Is told of what Flyway does. */
    public interface Listener {

        /** A script or callback, in its session, before it does anything. */
        default void begins(Connection script) throws SQLException {}

        /** From here on Flyway's lock is held, by a session that does nothing else. */
        default void locks(Connection lock) throws SQLException {}

        /** Up to here it was. */
        default void unlocks() {}
    }

    /**
     * Those of the scripts and callbacks of this configuration, and of its copies from here on. Flyway looks for plugins where its own
     * classes are, and in dev mode and in its tests Quarkus has ours elsewhere: there they are nobody's, and have to be applied.
     */
    public static SessionSettings of(Configuration flyway) {
        return Optional.ofNullable(flyway.getPluginRegister().getExact(SessionSettings.class))
                .orElseGet(SessionSettings::new);
    }

    /**
     * @param all by name, as SQL
     * @param answer how long to wait for the server's answer to a statement
     */
    public void set(Map<String, String> all, Duration answer, Listener each) {
        settings = Map.copyOf(all);
        patience = Optional.of(answer);
        listener = each;
    }

    public void apply(Connection connection) throws SQLException {
        boolean transactional = !connection.getAutoCommit();
        if (patience.isPresent()) {
            connection.setNetworkTimeout(Runnable::run, (int) patience.get().toMillis());
        }
        try (var statement = connection.createStatement();
                var alertness = connection.prepareStatement(NOTICE_DEAD_CLIENT)) {
            alertness.setBoolean(1, transactional);
            alertness.execute();
            statement.execute(settings.entrySet().stream()
                    .map(setting ->
                            (transactional ? "set local " : "set ") + setting.getKey() + " to " + setting.getValue())
                    .collect(Collectors.joining("; ")));
        }
        listener.begins(connection);
    }

    <T> T locked(Connection lock, Callable<T> work) throws Exception {
        listener.locks(lock);
        try {
            return work.call();
        } finally {
            listener.unlocks();
        }
    }

    @Override
    public Plugin copy() {
        var copy = new SessionSettings();
        copy.settings = settings;
        copy.patience = patience;
        copy.listener = listener;
        return copy;
    }
}
