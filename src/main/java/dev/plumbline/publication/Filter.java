package dev.plumbline.publication;

import dev.plumbline.ledger.Notice;
import dev.plumbline.publication.SinksConfig.SinkConfig;
import dev.plumbline.schema.Glob;
import java.util.List;
import java.util.function.Predicate;

/** Of differences those that a sink wants to be told of, and everything else. */
record Filter(List<String> severities, List<Glob> paths) implements Predicate<Notice> {

    static final List<String> WORST_FIRST = List.of("security", "integrity", "structure", "performance", "note");

    static Filter of(SinkConfig config) {
        return new Filter(
                WORST_FIRST.subList(0, WORST_FIRST.indexOf(config.severity()) + 1),
                config.paths().orElse(List.of()).stream().map(Glob::new).toList());
    }

    @Override
    public boolean test(Notice notice) {
        return notice.severity().map(severities::contains).orElse(true)
                && (!notice.isDrift()
                        || paths.isEmpty()
                        || paths.stream().anyMatch(glob -> glob.fits(notice.subject())));
    }
}
