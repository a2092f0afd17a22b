package dev.plumbline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a verification adds to what is known.
 *
 * @param verdict of the verification
 * @param contract the fingerprint of what was promised
 * @param concludes whether it has compared everything: if not, the differences stay as they are
 * @param horizon the oldest transaction of which it may not have seen everything
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
        OptionalLong horizon,
        List<OpenDifference> written,
        List<String> resolved,
        int open,
        List<Notice> notices) {}
