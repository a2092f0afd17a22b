package dev.plumbline.http;

import dev.plumbline.connection.Trouble;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** Every kind of problem that a request can meet here, in one table; docs/problems.md tells what to do about each. */
enum Problem {
    MALFORMED_BODY("malformed-body", 400, "The body cannot be understood"),
    NOT_JSON("not-json", 415, "The body is not JSON"),
    TOO_LARGE("too-large", 413, "The body is too large"),
    NO_HOST("no-host", 400, "The request names no host"),
    NUL("nul", 400, "The URL has a character that nothing has"),
    RUN_IN_PROGRESS("run-in-progress", 409, "A migration is running"),
    UNREACHABLE("unreachable", 503, "The database cannot be reached"),
    NO_SUCH_LIMIT("no-such-limit", 400, "The limit is out of bounds"),
    NO_SUCH_CURSOR("no-such-cursor", 400, "There is no such page"),
    KEY_TOO_LONG("idempotency-key-too-long", 400, "The idempotency key is too long"),
    NO_SUCH_RUN("no-such-run", 404, "There is no such run"),
    NO_SUCH_OBJECT("no-such-object", 404, "There is no such object"),
    NO_SUCH_KIND("no-such-kind", 400, "There is no such kind of object"),
    NO_SUCH_PARAMETER("no-such-parameter", 400, "There is no such parameter"),
    UNREADABLE("unreadable", 503, "The database cannot be read"),
    NO_SUCH_TARGET("no-such-target", 400, "No migration has this version"),
    NOT_SQL("not-sql", 409, "The plan cannot be written as one SQL script"),
    RUN_REFUSED("run-refused", 409, "A run would be refused"),
    NO_TOKEN("no-token", 401, "There is no token"),
    BAD_TOKEN("bad-token", 401, "The token is not accepted"),
    PUBLIC_KEY("anon-key", 403, "This is the anon key"),
    NO_ROLE("no-role", 403, "The token's role may not do that"),
    NO_KEYS("keys-unavailable", 503, "The keys of the token's issuer cannot be had"),
    NO_ISSUER("not-configured", 403, "Nobody may call this service yet"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "There are too many requests"),
    CROSS_SITE("cross-site", 403, "Another site's page may not do that"),
    KEY_REUSED("idempotency-key-reused", 422, "The idempotency key belongs to another request");

    static final String MEDIA_TYPE = "application/problem+json";

    private final URI type;
    private final int status;
    private final String title;

    Problem(String name, int status, String title) {
        this.type = URI.create("urn:plumbline:problem:" + name);
        this.status = status;
        this.title = title;
    }

    /** The special kind of it, where what is behind it is known; else as it is. */
    HttpProblem.Builder because(String what, Trouble trouble) {
        HttpProblem.Builder problem = because(what + trouble.message() + ".");
        trouble.diagnosis()
                .ifPresent(known -> problem.withType(URI.create(known.type()))
                        .withTitle(known.title())
                        .with("remedy", known.remedy()));
        return problem;
    }

    HttpProblem.Builder because(String detail) {
        return HttpProblem.builder()
                .withType(type)
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail);
    }

    /** What keeps the ledger from being read, unless the failure is a problem already. */
    static Throwable unreadable(Throwable failure) {
        return failure instanceof HttpProblem
                ? failure
                : UNREADABLE
                        .because("The ledger could not be read: ", Trouble.behind(failure))
                        .build();
    }
}
