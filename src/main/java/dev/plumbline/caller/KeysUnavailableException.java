package dev.plumbline.caller;

/** The keys of who has made a token, as it says, could not be had: whether it is good is not known. */
public final class KeysUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(Throwable cause) {
        super(cause);
    }
}
