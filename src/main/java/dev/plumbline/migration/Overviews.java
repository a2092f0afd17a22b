package dev.plumbline.migration;

import dev.plumbline.connection.Trouble;
import dev.plumbline.ledger.History;
import dev.plumbline.ledger.LedgerTables;
import dev.plumbline.migration.Overview.Item;
import dev.plumbline.migration.Overview.Status;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.Configuration;
import org.jboss.logging.Logger;

/** Asks Flyway where the database stands. */
public final class Overviews {

    private static final Logger LOG = Logger.getLogger(Overviews.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Configuration flyway;
    private final Runs runs;

    public Overviews(Configuration flyway, Runs runs) {
        this.flyway = flyway;
        this.runs = runs;
    }

    /** Looks now. A database that does not answer, or not in time, gives {@link Status#UNKNOWN}. */
    public Uni<Overview> look() {
        return Uni.combine()
                .all()
                .unis(
                        Uni.createFrom().item(this::ask).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                        runs.running(),
                        runs.last())
                .with((info, running, last) -> new Look(info, running, last).overview())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(Overviews::unknown);
    }

    /** Whether there is nothing to do, for all that can be known now. */
    public Uni<Boolean> isUpToDate() {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> LedgerTables.isBegun(flyway)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(begun -> begun
                        ? look().map(overview -> overview.status() == Status.UP_TO_DATE)
                        : Uni.createFrom().item(false))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debug("what is pending is not known", failure);
                    return false;
                });
    }

    private static Overview unknown(Throwable failure) {
        return new Overview(
                Status.UNKNOWN,
                Optional.of(Trouble.behind(failure).advice()),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private MigrationInfoService ask() {
        return Flyway.configure().configuration(flyway).load().info();
    }

    /** What was seen at one time. */
    private record Look(MigrationInfoService info, Optional<Run> running, Optional<Run> last) {

        Overview overview() {
            List<MigrationInfo> all = Arrays.stream(info.all())
                    .filter(migration -> !migration.getType().equals(CoreMigrationType.SCHEMA))
                    .toList();
            Status status = status(all);
            return new Overview(
                    status,
                    reason(status, all),
                    History.version(info.all()),
                    items(
                            all,
                            one -> one.getState().isApplied() && !one.getState().isFailed()),
                    items(all, Overviews::isPending),
                    items(all, one -> one.getState().isFailed()),
                    items(all, Overviews::isIgnored),
                    items(all, one -> in(one, MigrationState.MISSING_SUCCESS, MigrationState.FUTURE_SUCCESS)),
                    items(all, one -> in(one, MigrationState.OUT_OF_ORDER)),
                    items(all, Overviews::isChanged),
                    running,
                    last);
        }

        /** A failure is told for as long as there is something left to do. */
        private Status status(List<MigrationInfo> all) {
            if (running.isPresent()) {
                return Status.MIGRATING;
            }
            if (all.stream().anyMatch(one -> one.getState().isFailed())) {
                return Status.FAILED;
            }
            if (all.stream().noneMatch(Overviews::isOpen)) {
                return Status.UP_TO_DATE;
            }
            return failure().isPresent() ? Status.FAILED : Status.PENDING;
        }

        private Optional<Run.Failure> failure() {
            return last.flatMap(Run::failure);
        }

        private Optional<String> reason(Status status, List<MigrationInfo> all) {
            return switch (status) {
                case FAILED -> failure().map(failure -> "the last run failed: " + failure.message());
                case PENDING ->
                    Optional.of(items(all, Overviews::isOpen).stream()
                            .map(Item::script)
                            .collect(Collectors.joining(", ", "not run as in this build: ", "")));
                case UP_TO_DATE, MIGRATING, UNKNOWN -> Optional.empty();
            };
        }
    }

    private static boolean isOpen(MigrationInfo info) {
        return isPending(info) || isIgnored(info) || isChanged(info);
    }

    private static boolean isIgnored(MigrationInfo info) {
        return in(info, MigrationState.IGNORED);
    }

    private static boolean isPending(MigrationInfo info) {
        return in(info, MigrationState.PENDING);
    }

    private static boolean isChanged(MigrationInfo info) {
        return info.getVersion() != null && info.getState().isApplied() && !info.isChecksumMatching();
    }

    private static boolean in(MigrationInfo info, MigrationState... states) {
        return Arrays.asList(states).contains(info.getState());
    }

    private static List<Item> items(List<MigrationInfo> all, Predicate<MigrationInfo> condition) {
        return all.stream().filter(condition).map(Overviews::item).toList();
    }

    private static Item item(MigrationInfo info) {
        return new Item(
                info.getScript(),
                Optional.ofNullable(info.getVersion()).map(Object::toString),
                info.getDescription(),
                Optional.ofNullable(info.getInstalledOn()).map(Date::toInstant),
                Optional.ofNullable(info.getExecutionTime()).map(Duration::ofMillis));
    }
}
