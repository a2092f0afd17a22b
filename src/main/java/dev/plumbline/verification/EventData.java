package dev.plumbline.verification;

import dev.plumbline.ledger.Document;
import dev.plumbline.ledger.Notice;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/** What the ledger keeps and events tell of verifications. */
final class EventData {

    private EventData() {}

    /**
     * Of an event that tells of a difference.
     *
     * @param difference as it is now; of a resolved one, as it was
     */
    @RegisterForReflection(
            targets = {
                Drift.class,
                Unknown.class,
                ReportedDifference.class,
                ReportedDifference.Following.class,
                Author.class
            })
    record Drift(Report.Promise contract, ReportedDifference difference) {}

    /** Of an event that tells that nothing can be told. */
    record Unknown(Report.Promise contract, String reason) {}

    static Notice of(Transition transition, Severity worst, Report report) {
        ReportedDifference difference = transition.difference();
        return new Notice(
                switch (transition.type()) {
                    case OPENED -> Notice.OPENED;
                    case CHANGED -> Notice.CHANGED;
                    case RESOLVED -> Notice.RESOLVED;
                },
                difference.path(),
                Optional.of(difference.severity().word()),
                Optional.of(worst.word()),
                report.finishedAt(),
                write(new Drift(report.contract(), difference)));
    }

    static Notice unknown(Report report) {
        return new Notice(
                Notice.UNKNOWN,
                "verification",
                report.finishedAt(),
                write(new Unknown(report.contract(), report.reason().orElse(""))));
    }

    static String write(Object value) {
        return Document.write(value);
    }

    /**
     * The difference that was written.
     *
     * @throws IllegalStateException if the text is none: somebody else has written there
     */
    static ReportedDifference read(String document) {
        return Document.read(document, ReportedDifference.class);
    }
}
