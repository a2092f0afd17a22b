package dev.plumbline.migration;

/** A script needs a session of its own, and the pooler in between gives it none. */
final class SessionNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String script;

    SessionNeededException(String script) {
        super("the script " + script
                + " has a statement that cannot run in a transaction, and the connection goes through"
                + " a pooler that gives each transaction another session: nothing has been run");
        this.script = script;
    }

    String script() {
        return script;
    }
}
