package dev.plumbline.watch;

import dev.plumbline.migration.Run;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.ReportedDifference;
import dev.plumbline.verification.Verification;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts and times what happens, for Prometheus. */
@Singleton
class Metrics {

    private final MeterRegistry registry;
    private final Map<Tags, AtomicLong> open = new ConcurrentHashMap<>();

    Metrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void observe(@Observes Verification verification) {
        Report report = verification.report();
        registry.counter("plumbline.verifications", "verdict", report.verdict().name())
                .increment();
        registry.timer("plumbline.verification").record(report.took());
        if (verification.newest() && report.concludes()) {
            count(report);
        }
    }

    void observe(@Observes Run run) {
        registry.counter(
                        "plumbline.migration.runs",
                        "outcome",
                        run.outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** What was open once goes on being told, as zero: a series that vanishes looks like a service that is down. */
    private void count(Report report) {
        Map<Tags, Long> now = report.differences().stream()
                .map(Metrics::tags)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        now.keySet().forEach(tags -> open.computeIfAbsent(tags, this::gauge));
        open.forEach((tags, gauge) -> gauge.set(now.getOrDefault(tags, 0L)));
    }

    private static Tags tags(ReportedDifference difference) {
        return Tags.of(
                "kind", difference.kind(), "severity", difference.severity().word());
    }

    private AtomicLong gauge(Tags tags) {
        var count = new AtomicLong();
        Gauge.builder("plumbline.differences.open", count, AtomicLong::get)
                .tags(tags)
                .register(registry);
        return count;
    }
}
