package dev.plumbline.command;

import dev.plumbline.connection.DatabaseUrlSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** The way in. */
@QuarkusMain
public final class Plumbline {

    private static final int BROKEN = 1;
    private static final int MISCONFIGURED = 2;

    Plumbline() {}

    public static void main(String... arguments) {
        Optional<String> problem = ConfigProvider.getConfig().getOptionalValue(DatabaseUrlSource.PROBLEM, String.class);
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(MISCONFIGURED);
        }
        Quarkus.run(null, Plumbline::exit, arguments);
    }

    private static void exit(int code, Throwable failure) {
        if (failure == null) {
            System.exit(code);
        }
        Throwable root = ExceptionUtil.getRootCause(failure);
        if (root instanceof ConfigValidationException || root instanceof ConfigurationException) {
            System.err.println(root.getMessage());
            System.exit(MISCONFIGURED);
        }
        Logger.getLogger(Plumbline.class).error("the service does not start", failure);
        System.exit(BROKEN);
    }
}
