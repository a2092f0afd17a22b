package dev.plumbline.caller;

import dev.plumbline.setting.Text;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose tokens are accepted, beside Supabase's, by name. */
@ConfigMapping(prefix = "plumbline.issuers")
public interface IssuersConfig {

    @WithParentName
    Map<String, IssuerConfig> issuers();

    /** What can be set about one of them. */
    interface IssuerConfig {

        /** As tokens have it in {@code iss}. */
        @WithConverter(Text.class)
        String issuer();

        /** As tokens must have it in {@code aud}: without that, each token of the issuer would do, whoever it was made for. */
        @WithConverter(Text.class)
        String audience();

        /**
         * Where its keys are; if it is absent, where the issuer says that they are (OpenID Connect Discovery). No URI: what is
         * none would be shown as such, with whatever secret is in it.
         */
        Optional<String> jwks();

        /** The claim with the roles, a text or a list of texts; a dot goes a level down. */
        @WithConverter(Text.class)
        @WithDefault("roles")
        String claim();

        /** The values of the claim that make a reader. */
        @WithDefault("reader")
        List<String> reader();

        /** The values of the claim that make an operator, who may read as well. */
        @WithDefault("operator")
        List<String> operator();

        /** A file with the certificates that vouch for the server with the keys, such as that of a cluster. */
        Optional<Path> certificates();

        /** A file with a token to be shown to it, read each time, for a cluster changes it. */
        Optional<Path> tokenFile();
    }
}
