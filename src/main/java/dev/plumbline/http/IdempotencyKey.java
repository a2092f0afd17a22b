package dev.plumbline.http;

import java.util.Optional;

/** What makes the same request twice one. */
final class IdempotencyKey {

    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** An empty one is none. */
    static Optional<String> of(String header) {
        Optional<String> key = Optional.ofNullable(header).map(String::strip).filter(text -> !text.isEmpty());
        if (key.filter(text -> text.length() > LONGEST).isPresent()) {
            throw Problem.KEY_TOO_LONG
                    .because("Take a key of at most " + LONGEST + " characters, such as a UUID.")
                    .build();
        }
        return key;
    }
}
