package dev.plumbline.publication;

import dev.plumbline.ledger.Notice;
import dev.plumbline.publication.SinksConfig.Severity;
import dev.plumbline.publication.SinksConfig.SinkConfig;
import dev.plumbline.schema.Glob;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Of differences those that a sink wants to be told of, or has wanted to since they were opened, and everything else. */
record Filter(List<String> severities, List<Glob> paths, List<Glob> types) implements Predicate<Notice> {

    static Filter of(SinkConfig config) {
        return new Filter(
                Stream.of(Severity.values())
                        .limit(config.severity().ordinal() + 1L)
                        .map(Severity::word)
                        .toList(),
                globs(config.paths()),
                globs(config.types()));
    }

    private static List<Glob> globs(Optional<List<String>> patterns) {
        return patterns.orElse(List.of()).stream().map(Glob::new).toList();
    }

    private static boolean fits(List<Glob> globs, String text) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.fits(text));
    }

    @Override
    public boolean test(Notice notice) {
        return notice.worst().map(severities::contains).orElse(true)
                && fits(types, notice.type())
                && (!notice.isDrift() || fits(paths, notice.subject()));
    }
}
