package dev.plumbline.http;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The part of a list that a request asks for.
 *
 * @param below a number that all of it are below: that of the last on the page before
 */
record Paging(int limit, Optional<Long> below) {

    private static final int DEFAULT_LIMIT = 20;

    /** What the parameters of a request say, or the problem with them. */
    static Paging of(Optional<String> limit, Optional<String> cursor) {
        return new Paging(limit.map(Paging::limit).orElse(DEFAULT_LIMIT), cursor.map(Paging::number));
    }

    private static Long number(String cursor) {
        return Optional.of(cursor)
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf)
                .orElseThrow(() -> Problem.NO_SUCH_CURSOR
                        .because("Take \"next\" of the page before as it is, or no cursor for the first page.")
                        .build());
    }

    private static Integer limit(String limit) {
        return Optional.of(limit)
                .filter(text -> text.matches("[1-9]\\d?|100"))
                .map(Integer::valueOf)
                .orElseThrow(() -> Problem.NO_SUCH_LIMIT
                        .because("It is a number from 1 to 100.")
                        .build());
    }

    /** How many to read, to know whether a page follows. */
    int oneMore() {
        return limit + 1;
    }

    /** Those of the page. */
    <T> List<T> shown(List<T> read) {
        return read.subList(0, Math.min(limit, read.size()));
    }

    /** The cursor of the page that follows; empty on the last. */
    <T> Optional<String> next(List<T> read, ToLongFunction<T> number) {
        return read.size() > limit
                ? Optional.of(Long.toString(number.applyAsLong(read.get(limit - 1))))
                : Optional.empty();
    }
}
