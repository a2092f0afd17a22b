package dev.plumbline.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** All whose tokens are accepted. */
public final class Issuers {

    private static final Pattern URL = Pattern.compile("https?://[^/?#@\\s]+/*");

    /** What the new kind of Supabase's anon key begins with; it is no token. */
    private static final String PUBLISHABLE = "sb_publishable_";

    private final List<Issuer> all = new ArrayList<>();

    /**
     * @param project the URL of a Supabase project
     * @param secret with which that signs
     * @throws IllegalArgumentException if something of it cannot be used; the message names the setting
     */
    public Issuers(Optional<String> project, Optional<String> secret, IssuersConfig config) {
        Optional<String> ofProject = project.map(Issuers::ofProject);
        secret.ifPresent(its -> all.add(Issuer.withSecret(its, ofProject)));
        secret.filter(its -> ofProject.isEmpty()).ifPresent(its -> all.add(Issuer.ofUsers(its)));
        ofProject.ifPresent(its -> all.add(Issuer.ofProject(its)));
        config.issuers().forEach((name, its) -> all.add(Issuer.of(name, its)));
    }

    private static String ofProject(String url) {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "SUPABASE_URL is no URL of a project, such as https://<project>.supabase.co");
        }
        return url.replaceFirst("/+$", "") + "/auth/v1";
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Who shows this token; empty if nobody that we know has made it, or not for us, or not for now. May ask a server for keys.
     *
     * @throws KeysUnavailableException if nobody knows it, and one who may could not be asked
     */
    public Optional<Caller> recognise(String token) {
        if (token.startsWith(PUBLISHABLE)) {
            return Optional.of(Issuer.PUBLIC_KEY);
        }
        return Issuer.claimed(token).flatMap(name -> {
            Optional<KeysUnavailableException> doubt = Optional.empty();
            for (Issuer issuer : all.stream().filter(it -> it.isCalled(name)).toList()) {
                try {
                    Optional<Caller> caller = issuer.recognise(token);
                    if (caller.isPresent()) {
                        return caller;
                    }
                } catch (KeysUnavailableException e) {
                    doubt = Optional.of(e);
                }
            }
            doubt.ifPresent(e -> {
                throw e;
            });
            return Optional.empty();
        });
    }
}
