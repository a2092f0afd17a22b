package dev.plumbline.migration;

/** Refuses a run that would begin with a script of which an earlier run may have left a part. */
final class HalfDoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String script;

    HalfDoneException(String script) {
        super(
                "an earlier run has ended within " + script
                        + ", which has no transaction, or ends its own: a part of it may have taken effect, which would be done twice");
        this.script = script;
    }

    String script() {
        return script;
    }
}
