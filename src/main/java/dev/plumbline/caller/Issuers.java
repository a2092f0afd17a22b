package dev.plumbline.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All whose tokens are accepted. */
public final class Issuers {

    private final List<Issuer> all = new ArrayList<>();

    /**
     * @param project the URL of a Supabase project
     * @param secret with which that signs
     * @throws IllegalArgumentException if something of it cannot be used; the message names the setting
     */
    public Issuers(Optional<String> project, Optional<String> secret, IssuersConfig config) {
        Optional<String> ofProject = project.map(url -> url.replaceFirst("/+$", "") + "/auth/v1");
        secret.ifPresent(its -> all.add(Issuer.withSecret(its, ofProject)));
        ofProject.ifPresent(its -> all.add(Issuer.ofProject(its)));
        config.issuers().values().forEach(its -> all.add(Issuer.of(its)));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Who shows this token; empty if nobody that we know has made it, or not for us, or not for now. May ask a server for keys. */
    public Optional<Caller> recognise(String token) {
        return Issuer.claimed(token)
                .flatMap(name -> all.stream()
                        .filter(issuer -> issuer.isCalled(name))
                        .flatMap(issuer -> issuer.recognise(token).stream())
                        .findFirst());
    }
}
