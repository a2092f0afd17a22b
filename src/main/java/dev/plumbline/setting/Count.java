package dev.plumbline.setting;

import org.eclipse.microprofile.config.spi.Converter;

/** How often something is done; zero for never. */
public final class Count implements Converter<Integer> {

    private static final long serialVersionUID = 1L;

    @Override
    public Integer convert(String value) {
        int count = Integer.parseInt(value.strip());
        if (count < 0) {
            throw new IllegalArgumentException("it must be 0 or more");
        }
        return count;
    }
}
