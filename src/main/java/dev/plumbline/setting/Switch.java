package dev.plumbline.setting;

import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/** Yes or no, in the words that Quarkus knows, of which it takes all others for no. */
public final class Switch implements Converter<Boolean> {

    private static final long serialVersionUID = 1L;

    private static final Set<String> YES = Set.of("true", "yes", "y", "on", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "off", "0");

    @Override
    public Boolean convert(String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new IllegalArgumentException("it must be true or false");
        }
        return YES.contains(word);
    }
}
