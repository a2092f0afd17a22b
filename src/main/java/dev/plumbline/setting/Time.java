package dev.plumbline.setting;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** How long something takes, as Quarkus understands it ({@code PT5M}, {@code 5m}, {@code 300}), and no less than makes sense. */
public final class Time {

    private Time() {}

    private static Duration atLeast(Duration least, String value) {
        Duration time = DurationConverter.parseDuration(value);
        if (time.compareTo(least) < 0) {
            throw new IllegalArgumentException("it must be " + least + " or more");
        }
        return time;
    }

    /** Zero is allowed. */
    public static final class OrNone implements Converter<Duration> {

        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            return atLeast(Duration.ZERO, value);
        }
    }

    /** What the server counts in milliseconds, and takes 0 for no limit. */
    public static final class OfMillis implements Converter<Duration> {

        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            return atLeast(Duration.ofMillis(1), value);
        }
    }

    /** What is counted in seconds. */
    public static final class OfSeconds implements Converter<Duration> {

        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            return atLeast(Duration.ofSeconds(1), value);
        }
    }
}
