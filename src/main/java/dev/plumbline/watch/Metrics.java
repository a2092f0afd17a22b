package dev.plumbline.watch;

import dev.plumbline.ledger.Backlog;
import dev.plumbline.ledger.Outbox;
import dev.plumbline.migration.Run;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.publication.Attempted;
import dev.plumbline.publication.Publishers;
import dev.plumbline.verification.Remembered;
import dev.plumbline.verification.Report;
import dev.plumbline.verification.ReportedDifference;
import dev.plumbline.verification.Verdict;
import dev.plumbline.verification.Verification;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Counts and times what happens, for Prometheus. */
@Singleton
class Metrics {

    private static final Logger LOG = Logger.getLogger(Metrics.class);

    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String OBJECT = "/schema/objects/{path}";
    private static final Set<String> PATHS = Set.of(
            "/migrations",
            "/migrations/plan",
            "/migrations/repair",
            "/migrations/runs",
            "/migrations/runs/{id}",
            "/migrations/runs/{id}/events",
            "/schema/drift/dead-letters",
            "/schema/drift/events",
            "/schema/objects",
            OBJECT,
            "/schema/verification",
            "/schema/verification/history",
            "NOT_FOUND");

    private static final String OTHER = "OTHER";

    private final MeterRegistry registry;
    private final Timer took;
    private final AtomicLong concluded;
    private final AtomicLong oldest;
    private final AtomicLong attribution;
    private final Map<Tags, AtomicLong> open = new ConcurrentHashMap<>();
    private final List<String> sinks;
    private final Outbox outbox;
    private final Map<String, AtomicLong> waiting = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> eldest = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> dead = new ConcurrentHashMap<>();

    /** A counter that begins with its first one has never increased, as Prometheus sees it: all are there from the beginning. */
    Metrics(MeterRegistry registry, Clock clock, Publishers publishers, Outbox outbox) {
        this.registry = registry;
        this.sinks = publishers.names();
        this.outbox = outbox;
        this.took = registry.timer("plumbline.verification");
        this.concluded = gauge("plumbline.verification.concluded.timestamp.seconds", Tags.empty());
        this.oldest = gauge("plumbline.differences.oldest.timestamp.seconds", Tags.empty());
        this.attribution = gauge("plumbline.attribution.available", Tags.empty());
        concluded.set(clock.instant().getEpochSecond());
        Arrays.stream(Verdict.values()).forEach(this::counter);
        Stream.of(Outcome.SUCCEEDED, Outcome.FAILED).forEach(this::counter);
        for (String sink : sinks) {
            Arrays.stream(Attempted.Outcome.values()).forEach(outcome -> counter(sink, outcome));
            of(waiting, "plumbline.outbox.waiting", sink);
            of(eldest, "plumbline.outbox.oldest.timestamp.seconds", sink);
            of(dead, "plumbline.outbox.dead", sink);
        }
    }

    /** Vert.x counts into it whoever waits for a connection, and out of it only who gets one: after an outage it never comes down. */
    @Produces
    @Singleton
    static MeterFilter withoutQueueOfPool() {
        return MeterFilter.denyNameStartsWith("sql.pool.queue.size");
    }

    /** A request can have whatever word as its method, and whatever path, of somebody who may not even call: each would be kept for good. */
    @Produces
    @Singleton
    static MeterFilter withoutWordsOfStrangers() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith(REQUESTS)
                        ? id.replaceTags(Tags.of(id.getTags())
                                .and("method", known(id.getTag("method"), METHODS))
                                .and("uri", known(path(id.getTag("uri")), PATHS)))
                        : id;
            }
        };
    }

    /** Quarkus has the regular expression of a path's parameter in it. */
    private static String path(String uri) {
        return uri != null && uri.startsWith(OBJECT.substring(0, OBJECT.length() - 1)) ? OBJECT : uri;
    }

    private static String known(String word, Set<String> known) {
        return word != null && known.contains(word) ? word : OTHER;
    }

    /** So that it is made when the service starts, and not when something first happens. */
    void start(@Observes StartupEvent event) {}

    void observe(@Observes Verification verification) {
        Report report = verification.report();
        counter(report.verdict()).increment();
        took.record(report.took());
        report.attribution().ifPresent(told -> attribution.set(told.available() ? 1 : 0));
        if (verification.newest() && report.concludes()) {
            tell(report.finishedAt(), report.differences());
        }
    }

    /** What another replica has seen since. */
    void observe(@Observes Remembered known) {
        if (known.at().getEpochSecond() > concluded.get()) {
            tell(known.at(), known.differences());
        }
    }

    private synchronized void tell(Instant at, Collection<ReportedDifference> differences) {
        concluded.set(at.getEpochSecond());
        oldest.set(differences.stream()
                .map(difference -> difference.since().getEpochSecond())
                .min(Comparator.naturalOrder())
                .orElse(0L));
        count(differences);
    }

    void observe(@Observes Run run) {
        counter(run.outcome()).increment();
    }

    void observe(@Observes Attempted attempted) {
        counter(attempted.sink(), attempted.outcome()).increment();
    }

    /** What the sinks have not been told, as all replicas know it; if that cannot be read, as it was known last. */
    @Scheduled(every = "10s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> measure() {
        return sinks.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.backlog(sinks)
                        .invoke(backlogs -> backlogs.forEach(this::set))
                        .onFailure()
                        .invoke(failure -> LOG.debug("the outbox was not read", failure))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid();
    }

    private void set(Backlog backlog) {
        waiting.get(backlog.sink()).set(backlog.waiting());
        eldest.get(backlog.sink())
                .set(backlog.oldest().map(Instant::getEpochSecond).orElse(0L));
        dead.get(backlog.sink()).set(backlog.dead());
    }

    private void of(Map<String, AtomicLong> gauges, String name, String sink) {
        gauges.put(sink, gauge(name, Tags.of("sink", sink)));
    }

    private Counter counter(String sink, Attempted.Outcome outcome) {
        return registry.counter(
                "plumbline.deliveries", "sink", sink, "outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    private Counter counter(Verdict verdict) {
        return registry.counter("plumbline.verifications", "verdict", verdict.name());
    }

    private Counter counter(Outcome outcome) {
        return registry.counter(
                "plumbline.migration.runs", "outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    /** What was open once goes on being told, as zero: a series that vanishes looks like a service that is down. */
    private void count(Collection<ReportedDifference> differences) {
        Map<Tags, Long> now = differences.stream()
                .map(Metrics::tags)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        now.keySet().forEach(tags -> open.computeIfAbsent(tags, its -> gauge("plumbline.differences.open", its)));
        open.forEach((tags, gauge) -> gauge.set(now.getOrDefault(tags, 0L)));
    }

    private static Tags tags(ReportedDifference difference) {
        return Tags.of(
                "kind", difference.kind(), "severity", difference.severity().word());
    }

    private AtomicLong gauge(String name, Tags tags) {
        var value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::get).tags(tags).register(registry);
        return value;
    }
}
