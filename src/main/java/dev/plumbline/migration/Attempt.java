package dev.plumbline.migration;

import dev.plumbline.ledger.RestorePoint;
import dev.plumbline.migration.Run.Failure;
import dev.plumbline.migration.Run.Outcome;
import dev.plumbline.migration.Run.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A run while this process carries it out, and what became of it. */
final class Attempt {

    private final UUID id;
    private final Instant startedAt;
    private final String contract;
    private final Wish wish;
    private final List<String> warnings = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();
    private final CompletableFuture<Run> done = new CompletableFuture<>();
    private List<String> repaired = List.of();
    private Optional<String> from = Optional.empty();
    private Optional<RestorePoint> restorePoint = Optional.empty();
    private Optional<UnkeptException> unkept = Optional.empty();
    private volatile Consumer<Run> keeper = run -> {};
    private volatile boolean waitedTooLong;
    private volatile boolean stopped;
    private volatile boolean givesWay;
    private Runnable beforeFirstChange = () -> {};
    private CompletableFuture<?> leaving = CompletableFuture.completedFuture(null);

    Attempt(UUID id, Instant startedAt, String contract, Wish wish) {
        this.id = id;
        this.startedAt = startedAt;
        this.contract = contract;
        this.wish = wish;
    }

    UUID id() {
        return id;
    }

    Wish wish() {
        return wish;
    }

    boolean isRunning() {
        return !done.isDone();
    }

    /** The run as far as it has come. */
    Run run() {
        return done.getNow(running());
    }

    /** The run when it is over. */
    CompletionStage<Run> whenDone() {
        return done.copy();
    }

    /**
     * From here on what becomes of it is kept.
     *
     * @param each is given the run at each of its steps
     */
    synchronized void keptSince(RestorePoint point, Consumer<Run> each) {
        restorePoint = Optional.of(point);
        keeper = each;
    }

    /** It must come to nothing. */
    synchronized void unkept(Exception why) {
        unkept = Optional.of(new UnkeptException(why));
    }

    /** @throws UnkeptException if it must not change anything, for nobody would know of a half */
    synchronized void checkKept() {
        unkept.ifPresent(why -> {
            throw why;
        });
    }

    synchronized boolean isKept() {
        return restorePoint.isPresent();
    }

    synchronized void startsFrom(Optional<String> version) {
        from = version;
    }

    synchronized void repaired(List<String> scripts) {
        repaired = List.copyOf(scripts);
    }

    synchronized void warn(String warning) {
        warnings.add(warning);
    }

    void beforeFirstChange(Runnable work) {
        beforeFirstChange = work;
    }

    /** A script, or a callback, is about to begin. */
    void changesSomething() {
        goOn();
        Runnable work = beforeFirstChange;
        beforeFirstChange = () -> {};
        work.run();
    }

    /** It must not go on, for another run may have begun. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /**
     * Before each of its steps.
     *
     * @throws IllegalStateException if it must not go on
     */
    void goOn() {
        if (stopped) {
            throw new IllegalStateException("the run was stopped");
        }
    }

    void began(Script script) {
        waitedTooLong = false;
        synchronized (this) {
            scripts.add(script);
        }
        keep();
    }

    /** What has become of the script that began last. */
    void became(Script script) {
        synchronized (this) {
            scripts.set(scripts.size() - 1, script);
        }
        keep();
    }

    /** Without the lock: keeping takes an event loop, and one that asks for the run would wait for the other. */
    private void keep() {
        keeper.accept(running());
    }

    synchronized List<Script> scripts() {
        return List.copyOf(scripts);
    }

    /** Whether the script that began last is ended because it waits for its locks too long. */
    void waitedTooLong(boolean ended) {
        waitedTooLong = ended;
    }

    boolean hasWaitedTooLong() {
        return waitedTooLong;
    }

    /** Whether its script would be tried again if it stepped back for others. */
    void givesWay(boolean toOthers) {
        givesWay = toOthers;
    }

    boolean givesWay() {
        return givesWay;
    }

    /** Whether it has ended within a script of which a part may have taken effect. */
    synchronized boolean isHalfDone() {
        return lastScript()
                .filter(last -> last.outcome() != Outcome.SUCCEEDED && !last.transactional())
                .isPresent();
    }

    /** The script that began last. */
    synchronized Optional<Script> lastScript() {
        return scripts.stream().reduce((earlier, later) -> later);
    }

    /** How many scripts have run to their end. */
    synchronized long executed() {
        return scripts.stream()
                .filter(script -> script.outcome() == Outcome.SUCCEEDED)
                .count();
    }

    /** Before that is done, it has not ended. */
    void leaves(CompletableFuture<?> work) {
        leaving = work;
    }

    Run succeeded(Instant at, Optional<String> to, Object report) {
        return ended(Outcome.SUCCEEDED, at, to, Optional.empty(), report);
    }

    Run failed(Instant at, Failure failure, Object report) {
        return ended(Outcome.FAILED, at, Optional.empty(), Optional.of(failure), report);
    }

    /** The last step: whoever waits for the end is told. */
    void complete(Run ended) {
        done.complete(ended);
    }

    private Run running() {
        return at(Outcome.RUNNING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Run ended(Outcome how, Instant at, Optional<String> to, Optional<Failure> failure, Object report) {
        leaving.join();
        return at(how, Optional.of(at), to, failure, Optional.of(report));
    }

    private synchronized Run at(
            Outcome outcome,
            Optional<Instant> at,
            Optional<String> to,
            Optional<Failure> failure,
            Optional<Object> report) {
        return new Run(
                id,
                outcome,
                startedAt,
                at,
                contract,
                wish.target(),
                wish.gate(),
                wish.statementTimeout(),
                wish.repair(),
                from,
                to,
                restorePoint,
                List.copyOf(warnings),
                repaired,
                List.copyOf(scripts),
                failure,
                report);
    }
}
