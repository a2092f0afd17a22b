package dev.plumbline.verification;

import dev.plumbline.connection.Secrets;
import dev.plumbline.ledger.DdlCommand;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has made a difference, as the database has written it down in the transaction that made it.
 *
 * @param sessionRole who had logged in
 * @param role as whom the session acted
 * @param application as the client calls itself, which proves nothing
 * @param address of the client; empty where it came through a socket of the machine
 * @param run of ours that did it
 * @param command as PostgreSQL calls it
 * @param statement what the client has sent, which can be more than this command; empty if it can carry a secret
 */
@Schema(description = "Who has made a difference.")
public record Author(
        Instant at,
        @Schema(examples = "postgres") String sessionRole,
        @Schema(examples = "postgres") String role,
        @Schema(examples = "psql") Optional<String> application,
        @Schema(examples = "192.0.2.7") Optional<String> address,
        Optional<UUID> run,
        @Schema(examples = "DROP POLICY") String command,

        @Schema(examples = "drop policy leads_delete on public.leads")
        Optional<String> statement) {

    private static final int LONG_STATEMENT = 200;

    /** The same for people. */
    public String words() {
        return sessionRole
                + (role.equals(sessionRole) ? "" : " as " + role)
                + application.map(name -> " with " + name).orElse("")
                + address.map(from -> " from " + from).orElse("")
                + run.map(id -> " in run " + id).orElse("")
                + " at " + at
                + ": " + statement.map(Author::shortened).orElse(command);
    }

    private static String shortened(String statement) {
        return statement.length() <= LONG_STATEMENT ? statement : statement.substring(0, LONG_STATEMENT) + "...";
    }

    static Author of(DdlCommand command) {
        return new Author(
                command.at(),
                command.sessionRole(),
                command.role(),
                command.application(),
                command.address(),
                command.run(),
                command.command(),
                command.statement().map(Secrets::hideKeys));
    }
}
