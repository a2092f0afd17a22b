package dev.plumbline.setting;

import org.eclipse.microprofile.config.spi.Converter;

/** A text that says something. */
public final class Text implements Converter<String> {

    private static final long serialVersionUID = 1L;

    @Override
    public String convert(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("it is blank");
        }
        return value;
    }
}
