package dev.plumbline.command;

import dev.plumbline.command.Arguments.UsageException;
import dev.plumbline.connection.DatabaseUrlSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** The way in. */
@QuarkusMain
public final class Plumbline {

    Plumbline() {}

    public static void main(String... words) {
        if (List.of(words).contains("--help")) {
            System.out.print(Arguments.USAGE);
            return;
        }
        Arguments arguments = understood(words);
        arguments.command().settings().forEach(System::setProperty);
        Optional<String> problem = ConfigProvider.getConfig().getOptionalValue(DatabaseUrlSource.PROBLEM, String.class);
        problem.ifPresent(Plumbline::misused);
        if (arguments.command() != Command.SERVE) {
            Thread thread = Thread.currentThread();
            thread.setContextClassLoader(new WithoutOpenApi(thread.getContextClassLoader()));
        }
        Quarkus.run(arguments.command() == Command.SERVE ? null : Once.class, Plumbline::exit, words);
    }

    private static Arguments understood(String... words) {
        try {
            return Arguments.of(words);
        } catch (UsageException e) {
            misused(e.getMessage() + "\n" + Arguments.USAGE.stripTrailing());
            throw e;
        }
    }

    private static void misused(String why) {
        System.err.println(why);
        System.exit(Exit.MISUSED.code());
    }

    private static void exit(int code, Throwable failure) {
        if (failure == null) {
            System.exit(code);
        }
        Throwable root = ExceptionUtil.getRootCause(failure);
        if (root instanceof ConfigValidationException || root instanceof ConfigurationException) {
            misused(inOneLine(root.getMessage()));
        }
        if (root instanceof BindException) {
            misused("QUARKUS_HTTP_PORT or QUARKUS_MANAGEMENT_PORT is taken: " + root.getMessage());
        }
        Logger.getLogger(Plumbline.class).error("the process does not start", failure);
        // By now the log may have been closed.
        System.err.println("the process has failed: " + root);
        System.exit(Exit.FAILED.code());
    }

    /** What several settings lack is told in as many lines, each with the name of what has found it. */
    private static String inOneLine(String message) {
        return message.lines()
                .map(line ->
                        line.strip().replaceFirst("^[\\w.$]+Exception: ", "").replaceFirst("^SRCFG\\d+: ", ""))
                .map(line -> line.replaceFirst("threw an Exception whilst being converted ", "is refused: "))
                .collect(Collectors.joining(" "));
    }
}
