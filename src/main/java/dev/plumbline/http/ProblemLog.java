package dev.plumbline.http;

import dev.plumbline.connection.LogText;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Tells of what could not be answered: a problem of the table in one line, for a database that is away is asked for again and again;
 * and what nobody has thought of in full. The library's own log, which is off, has a trace for each.
 */
@Singleton
@Unremovable
class ProblemLog implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(ProblemLog.class);
    private static final int FIRST_OF_OURS = 500;

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() >= FIRST_OF_OURS) {
            if (context.cause instanceof HttpProblem) {
                LOG.warnf(
                        "%s was answered with %d: %s",
                        LogText.oneLine(context.path),
                        problem.getStatusCode(),
                        LogText.oneLine(String.valueOf(problem.getDetail())));
            } else {
                LOG.errorf(context.cause, "%s could not be answered", LogText.oneLine(context.path));
            }
        }
        return problem;
    }
}
