package dev.plumbline.migration;

import dev.plumbline.ledger.Entry;
import dev.plumbline.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The runs of all replicas, as the ledger has them, and those of this process, as it knows them itself: also where the
 * ledger cannot be written to or read.
 */
public final class Runs {

    private static final Logger LOG = Logger.getLogger(Runs.class);
    private static final int KEPT = 100;
    private static final int MANY = 500;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** Of the time in which a process that is about to end still answers. */
    private static final Duration UNTIL_THE_LAST_WORD = Duration.ofSeconds(3);

    private final Ledger ledger;
    private final Deque<Attempt> own = new ArrayDeque<>();
    private final CompletableFuture<Void> ending = new CompletableFuture<>();

    public Runs(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The run when it is over, or as it is when that takes too long.
     *
     * @param patience for as long as the process is not about to end
     */
    public Uni<Run> whenDone(UUID id, Duration patience) {
        Uni<Void> tooLong = Uni.createFrom().voidItem().onItem().delayIt().by(patience);
        Uni<Void> ended = Uni.createFrom()
                .completionStage(ending::copy)
                .onItem()
                .delayIt()
                .by(UNTIL_THE_LAST_WORD);
        return Uni.combine()
                .any()
                .of(
                        whenDone(id),
                        Uni.combine()
                                .any()
                                .of(tooLong, ended)
                                .chain(() -> find(id))
                                .map(run -> run.orElseThrow(() -> isGone(id))));
    }

    private static IllegalStateException isGone(UUID id) {
        return new IllegalStateException("the run " + id + " is gone");
    }

    /**
     * Some runs, newest first.
     *
     * @param next where the older ones begin; empty if there are none
     */
    public record Page(List<Run> runs, Optional<Long> next) {}

    /** The run that goes on now. */
    public Uni<Optional<Run>> running() {
        return first(Run::goesOn, ledger.running());
    }

    /** The run that ended last. */
    public Uni<Optional<Run>> last() {
        return first(run -> !run.goesOn(), ledger.newest(2, Optional.empty()));
    }

    public Uni<Optional<Run>> find(UUID id) {
        Optional<Run> known = known(id);
        return known.isPresent()
                ? Uni.createFrom().item(known)
                : ledger.find(id)
                        .chain(entry -> entry.map(found -> told(found).map(Optional::of))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** The run when it is over, whichever replica carries it out; it has to exist. */
    public Uni<Run> whenDone(UUID id) {
        return attempts()
                .filter(attempt -> attempt.id().equals(id))
                .findFirst()
                .map(attempt -> Uni.createFrom().completionStage(attempt.whenDone()))
                .orElseGet(() -> Uni.createFrom()
                        .deferred(() -> find(id))
                        .repeat()
                        .withDelay(BETWEEN_LOOKS)
                        .indefinitely()
                        .map(run -> run.orElseThrow(() -> isGone(id)))
                        .filter(run -> !run.goesOn())
                        .toUni());
    }

    /**
     * Runs without their reports.
     *
     * @param below the number that a page before gave as its next
     */
    public Uni<Page> page(int limit, Optional<Long> below) {
        return ledger.newest(limit + 1, below).chain(entries -> {
            List<Entry> shown = entries.subList(0, Math.min(limit, entries.size()));
            Optional<Long> next =
                    entries.size() > limit ? Optional.of(shown.get(limit - 1).number()) : Optional.empty();
            return told(shown)
                    .map(runs -> new Page(
                            Stream.concat(below.isEmpty() ? unkept() : Stream.empty(), runs.stream())
                                    .map(Run::inShort)
                                    .toList(),
                            next));
        });
    }

    /**
     * Writes down how those have ended whose process has not done so itself. Only who may migrate knows that none begins.
     *
     * @return those
     */
    Uni<List<Run>> settle() {
        return ledger.running()
                .map(entries -> entries.stream().filter(Entry::isAbandoned).toList())
                .chain(this::told)
                .chain(runs -> {
                    Uni<Void> done = Uni.createFrom().voidItem();
                    for (Run run : runs) {
                        done = done.chain(() -> ledger.end(
                                        run.id(), run.outcome().name(), RunDocument.write(run), RunDocument.notice(run))
                                .replaceWithVoid());
                    }
                    return done.replaceWith(runs);
                });
    }

    /**
     * The script of which a run may have left half, unless a later one has run it to its end, or a person has had it repaired.
     * A run that is refused because of that says so itself: of very many, the newest are enough.
     */
    public Uni<Optional<String>> half() {
        return ledger.newest(MANY, Optional.empty()).chain(this::told).map(Runs::half);
    }

    private static Optional<String> half(List<Run> newestFirst) {
        var later = new ArrayList<Run>();
        for (Run run : newestFirst) {
            Optional<String> left = run.goesOn() ? Optional.empty() : run.half();
            if (left.filter(script -> later.stream().noneMatch(one -> one.hasDealtWith(script)))
                    .isPresent()) {
                return left;
            }
            later.add(run);
        }
        return Optional.empty();
    }

    Uni<Optional<Run>> withKey(String key) {
        Optional<Run> known = attempts()
                .filter(attempt -> attempt.wish().key().filter(key::equals).isPresent())
                .map(Attempt::run)
                .findFirst();
        return known.isPresent()
                ? Uni.createFrom().item(known)
                : ledger.withKey(key)
                        .chain(entry -> told(entry.stream().toList()))
                        .map(runs -> runs.stream().findFirst());
    }

    /**
     * Those that this process carries out, when they have ended, or as they are if that takes too long.
     *
     * @param patience for all of them
     */
    public List<Run> finish(Duration patience) {
        List<Attempt> running =
                attempts().filter(attempt -> attempt.run().goesOn()).toList();
        var all = CompletableFuture.allOf(running.stream()
                .map(attempt -> attempt.whenDone().toCompletableFuture())
                .toArray(CompletableFuture[]::new));
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("not all have ended", e);
        }
        return running.stream().map(Attempt::run).toList();
    }

    /** From here on none is added. */
    public synchronized void end() {
        ending.complete(null);
    }

    /** Whether none is added any more. */
    public boolean isEnding() {
        return ending.isDone();
    }

    /** @return whether it may begin */
    synchronized boolean add(Attempt attempt) {
        if (isEnding()) {
            return false;
        }
        own.addFirst(attempt);
        if (own.size() > KEPT) {
            own.removeLast();
        }
        return true;
    }

    /** What the ledger says of it counts from here on. */
    synchronized void forget(Attempt attempt) {
        own.remove(attempt);
    }

    private synchronized Stream<Attempt> attempts() {
        return List.copyOf(own).stream();
    }

    private Optional<Run> known(UUID id) {
        return attempts()
                .filter(attempt -> attempt.id().equals(id))
                .map(Attempt::run)
                .findFirst();
    }

    private Stream<Run> unkept() {
        return attempts().filter(attempt -> !attempt.isKept()).map(Attempt::run);
    }

    /** The one that began last of those that the ledger has and those that it has not. */
    private Uni<Optional<Run>> first(Predicate<Run> condition, Uni<List<Entry>> entries) {
        return entries.chain(this::told)
                .map(runs -> Stream.concat(unkept(), runs.stream())
                        .filter(condition)
                        .reduce((one, other) -> one.startedAt().isBefore(other.startedAt()) ? other : one));
    }

    private Uni<List<Run>> told(List<Entry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(entries.stream().map(this::told).toList()).andFailFast();
    }

    private Uni<Run> told(Entry entry) {
        Optional<Run> known = known(entry.id());
        if (known.isPresent()) {
            return Uni.createFrom().item(known.get());
        }
        Run written = RunDocument.read(entry.document());
        return entry.isAbandoned()
                ? ledger.traces(entry.historyRank()).map(traces -> Interruption.of(written, traces))
                : Uni.createFrom().item(written);
    }
}
