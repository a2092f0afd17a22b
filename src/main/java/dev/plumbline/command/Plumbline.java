package dev.plumbline.command;

import dev.plumbline.connection.DatabaseUrlSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The way in. */
@QuarkusMain
public final class Plumbline {

    /** The exit code for wrong usage or configuration. */
    private static final int MISCONFIGURED = 2;

    Plumbline() {}

    public static void main(String... arguments) {
        Optional<String> problem = ConfigProvider.getConfig().getOptionalValue(DatabaseUrlSource.PROBLEM, String.class);
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(MISCONFIGURED);
        }
        Quarkus.run(arguments);
    }
}
