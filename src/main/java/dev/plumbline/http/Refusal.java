package dev.plumbline.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Why a request is not let in. It says what is needed, and nothing of what was shown. */
enum Refusal {
    NO_TOKEN(
            Problem.NO_TOKEN,
            "Send Authorization: Bearer and a token: on Supabase the service role key, else one of a configured issuer."),
    BAD_TOKEN(
            Problem.BAD_TOKEN,
            "It is malformed, expired or not yet valid, of another issuer, for another audience, or not signed with its key."
                    + " A key of Supabase that begins with sb_secret_ is no token: take the service_role key, which is one,"
                    + " and has to be known here by SUPABASE_JWT_SECRET."),
    PUBLIC_KEY(
            Problem.PUBLIC_KEY,
            "This is the anon key, or the token of a user, which every browser has. The service role key is needed"
                    + " (Project Settings, API Keys)."),
    NO_ROLE(Problem.NO_ROLE, "Reading needs the role reader, migrating and repairing the role operator."),
    NO_KEYS(
            Problem.NO_KEYS,
            "Whether the token is good cannot be told now. Try again; the log says what keeps the keys from being had."),
    NO_ISSUER(Problem.NO_ISSUER, Guard.HOW + "."),
    NO_HOST(Problem.NO_HOST, "Send the header Host, as HTTP/1.1 requires."),
    NUL(Problem.NUL, "No name and no path in PostgreSQL has the character %00."),
    TOO_LARGE(Problem.TOO_LARGE, "No operation takes more than a few words: quarkus.http.limits.max-body-size."),
    TOO_MANY_REQUESTS(
            Problem.TOO_MANY_REQUESTS,
            "Wait as long as Retry-After says. plumbline.http.requests-per-second is how many one address may send."),
    CROSS_SITE(
            Problem.CROSS_SITE,
            "A web page of another origin has sent this. Where no token is asked for, only what is no web page may migrate.");

    private final Problem problem;
    private final String detail;

    Refusal(Problem problem, String detail) {
        this.problem = problem;
        this.detail = detail;
    }

    void answer(RoutingContext context) {
        HttpProblem built = problem.because(detail).build();
        HttpServerResponse response =
                context.response().setStatusCode(built.getStatusCode()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (this == NO_TOKEN || this == BAD_TOKEN) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end(new JsonObject()
                .put("type", built.getType().toString())
                .put("status", built.getStatusCode())
                .put("title", built.getTitle())
                .put("detail", built.getDetail())
                .toBuffer());
    }
}
