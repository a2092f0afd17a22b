package dev.plumbline.setting;

import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** How often something is done; zero for never. */
public final class Count implements Converter<Integer> {

    private static final long serialVersionUID = 1L;

    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

    @Override
    public Integer convert(String value) {
        String count = value.strip();
        if (!COUNT.matcher(count).matches()) {
            throw new IllegalArgumentException("it must be a whole number, 0 to 999999");
        }
        return Integer.valueOf(count);
    }
}
