package dev.plumbline.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody has done to the schema.
 *
 * @param transaction its id, which never comes again
 * @param sessionRole who has logged in
 * @param role as whom the session acts
 * @param application as the client calls itself
 * @param address of the client; empty where it came through a socket of the machine
 * @param run of the ledger, if it was one of ours
 * @param runBegan when that began; empty if it has been forgotten
 * @param command as PostgreSQL calls it: {@code DROP POLICY}
 * @param statement what the client has sent; empty if it can carry a secret
 * @param objects those that were asked for and that it was done to; all, if it has given or taken a name
 */
public record DdlCommand(
        Instant at,
        long transaction,
        String sessionRole,
        String role,
        Optional<String> application,
        Optional<String> address,
        Optional<UUID> run,
        Optional<Instant> runBegan,
        String command,
        Optional<String> statement,
        List<String> objects) {}
