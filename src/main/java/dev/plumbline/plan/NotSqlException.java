package dev.plumbline.plan;

/** A script of the plan that an SQL editor cannot run. */
public final class NotSqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSqlException(String script, String why) {
        super(script + " " + why);
    }
}
