package dev.plumbline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verification adds to what is known.
 *
 * @param verdict of the verification
 * @param contract the fingerprint of what was promised
 * @param concludes whether it has compared everything: if not, the differences stay as they are
 * @param horizon what it may not have seen
 * @param written the differences that are new or have changed
 * @param resolved the paths of those that are gone
 * @param open how many there are now
 * @param notices what has to be told of that
 */
public record Change(
        Instant at,
        String verdict,
        Optional<String> reason,
        String contract,
        boolean concludes,
        Optional<Horizon> horizon,
        List<OpenDifference> written,
        List<String> resolved,
        int open,
        List<Notice> notices) {}
