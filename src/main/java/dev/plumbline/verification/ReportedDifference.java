package dev.plumbline.verification;

import dev.plumbline.diff.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A difference as it is reported.
 *
 * @param expected the facts that should be there, and of a changed object only those that differ
 * @param actual the facts that are there, likewise
 * @param sentence the same for people
 * @param platform whether the object is in a schema of the platform, such as auth, whose owner may have changed it
 * @param renamed the path of the object that this one may have become, or have been: a guess
 * @param since when it was first seen by this process
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

        Instant since,
        List<Author> by) {

    static ReportedDifference of(
            Difference difference, Severity severity, boolean platform, Optional<String> renamed, Instant since) {
        return new ReportedDifference(
                difference.path(),
                difference.kind().label(),
                difference.change().name().toLowerCase(Locale.ROOT),
                severity,
                difference.expected(),
                difference.actual(),
                Sentence.about(difference, renamed),
                platform,
                renamed,
                since,
                List.of());
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
                since,
                List.copyOf(authors));
    }

    ReportedDifference since(Instant first) {
        return new ReportedDifference(
                path, kind, change, severity, expected, actual, sentence, platform, renamed, first, by);
    }

    /** Whether it is the same difference, whenever it was seen and whoever was there. */
    boolean sameAs(ReportedDifference other) {
        return equals(other.since(since).by(by));
    }
}
