package dev.plumbline.setting;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * How long something takes, as Quarkus understands it ({@code PT5M}, {@code 5m}, {@code 300}), no less than makes sense, and no more
 * than can be counted: PostgreSQL counts its timeouts in milliseconds up to 24 days, and some are three times what is set.
 */
public final class Time {

    private static final Duration A_MILLISECOND = Duration.ofMillis(1);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private Time() {}

    private static Duration between(Duration least, Duration most, String value) {
        Duration time = DurationConverter.parseDuration(value);
        if (time == null) {
            throw new IllegalArgumentException("it is blank");
        }
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
            throw new IllegalArgumentException("it must be " + least + " to " + most);
        }
        return time;
    }

    /** Zero is allowed. */
    public static final class OrNone implements Converter<Duration> {

        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            return between(Duration.ZERO, TEN_YEARS, value);
        }
    }

    /** What is counted in milliseconds, where 0 is no limit. */
    public static final class OfMillis implements Converter<Duration> {

        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            return between(A_MILLISECOND, A_WEEK, value);
        }
    }

    /** What is counted in seconds. */
    public static final class OfSeconds implements Converter<Duration> {

        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            return between(A_SECOND, A_WEEK, value);
        }
    }

    /** How long something is remembered. */
    public static final class Kept implements Converter<Duration> {

        private static final long serialVersionUID = 1L;

        @Override
        public Duration convert(String value) {
            return between(A_SECOND, TEN_YEARS, value);
        }
    }
}
