package dev.plumbline.command;

import dev.plumbline.connection.Trouble;

/** The database is not there, or not free: waiting can mend that. */
final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    UnavailableException(Trouble trouble) {
        super(trouble.message());
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
