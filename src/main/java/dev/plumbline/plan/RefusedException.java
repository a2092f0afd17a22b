package dev.plumbline.plan;

import java.util.List;

/** Scripts of which a run would execute none. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(List<String> objections) {
        super(String.join("; ", objections));
    }
}
