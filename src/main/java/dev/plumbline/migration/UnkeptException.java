package dev.plumbline.migration;

/** Ends a run whose role may not write down, or not read, what becomes of runs. */
final class UnkeptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnkeptException(Exception cause) {
        super(cause);
    }
}
