package dev.plumbline.verification;

import dev.plumbline.connection.Secrets;
import dev.plumbline.diff.Difference;
import dev.plumbline.diff.Difference.Change;
import dev.plumbline.diff.Root;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A difference as it is reported.
 *
 * @param expected the facts that should be there, and of a changed object only those that differ; without keys and passwords of URLs
 * @param actual the facts that are there, likewise
 * @param sentence the same for people
 * @param platform whether the object is in a schema of the platform, such as auth, whose owner may have changed it
 * @param renamed the path of the object that this one may have become, or have been: a guess
 * @param follows what comes or goes or reads otherwise with it and is no part of it, judged by the texts that PostgreSQL prints
 * @param since when it was first seen as it is: by any replica where there is a ledger, else by this process
 * @param by who has made it, where that is known; the newest first
 */
@Schema(description = "One object that is not what the migrations promise.")
public record ReportedDifference(
        @Schema(examples = "index public.leads_status_created_at_idx")
        String path,

        @Schema(examples = "index") String kind,

        @Schema(examples = "missing", description = "missing, unexpected or changed")
        String change,

        Severity severity,
        SortedMap<String, String> expected,
        SortedMap<String, String> actual,

        @Schema(examples = "The index public.leads_status_created_at_idx is missing.")
        String sentence,

        @Schema(description = "whether it is in a schema that is not the migrations' own")
        boolean platform,

        @Schema(description = "a guess: the path of the object that this one has become, or was")
        Optional<String> renamed,

        @Schema(
                description =
                        "what has come or gone or reads otherwise with it, and is not listed by itself; without what"
                                + " is a part of it, such as the columns of a table")
        List<Following> follows,

        Instant since,
        List<Author> by) {

    /**
     * A difference that follows from another.
     *
     * @param expected the facts of a changed object that should be there; of others none are told
     * @param actual the facts of a changed object that are there
     */
    @Schema(description = "An object that is not what the migrations promise because another is not.")
    public record Following(
            @Schema(examples = "view public.lead_summary") String path,

            @Schema(examples = "changed", description = "missing, unexpected or changed")
            String change,

            SortedMap<String, String> expected,
            SortedMap<String, String> actual) {

        static Following of(Difference difference) {
            boolean isChanged = difference.change() == Change.CHANGED;
            return new Following(
                    difference.path(),
                    word(difference.change()),
                    isChanged ? Secrets.hideKeys(difference.expected()) : Collections.emptySortedMap(),
                    isChanged ? Secrets.hideKeys(difference.actual()) : Collections.emptySortedMap());
        }
    }

    static ReportedDifference of(Root root, Severity severity, boolean platform, Instant since) {
        Difference difference = root.difference();
        return new ReportedDifference(
                difference.path(),
                difference.kind().label(),
                word(difference.change()),
                severity,
                Secrets.hideKeys(difference.expected()),
                Secrets.hideKeys(difference.actual()),
                Secrets.hideKeys(Sentence.about(difference, root.renamed())),
                platform,
                root.renamed().map(Difference::path),
                root.others().stream().map(Following::of).toList(),
                since,
                List.of());
    }

    private static String word(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    ReportedDifference by(List<Author> authors) {
        return new ReportedDifference(
                path,
                kind,
                change,
                severity,
                expected,
                actual,
                sentence,
                platform,
                renamed,
                follows,
                since,
                List.copyOf(authors));
    }

    ReportedDifference since(Instant first) {
        return new ReportedDifference(
                path, kind, change, severity, expected, actual, sentence, platform, renamed, follows, first, by);
    }

    /** Whether it is the same difference, whenever it was seen and whoever was there. */
    boolean sameAs(ReportedDifference other) {
        return equals(other.since(since).by(by));
    }
}
