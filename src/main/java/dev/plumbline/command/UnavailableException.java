package dev.plumbline.command;

import dev.plumbline.connection.Trouble;

/** The database is not there, or not free, which waiting can mend; or it does not take what has to be written. */
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
