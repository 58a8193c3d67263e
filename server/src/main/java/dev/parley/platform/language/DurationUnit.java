package dev.parley.platform.language;

import java.time.Duration;

/// The unit in which a duration is typed or shown.
public enum DurationUnit {
    MINUTES(Duration.ofMinutes(1)),
    HOURS(Duration.ofHours(1)),
    DAYS(Duration.ofDays(1));

    private final Duration length;

    DurationUnit(Duration length) {
        this.length = length;
    }

    public Duration times(long number) {
        return length.multipliedBy(number);
    }

    /// {@return the number of whole units}
    public long count(Duration time) {
        return time.dividedBy(length);
    }

    /// {@return the largest unit that this duration is a multiple of}
    public static DurationUnit of(Duration time) {
        return time.toMinutes() % DAYS.length.toMinutes() == 0
                ? DAYS
                : time.toMinutes() % HOURS.length.toMinutes() == 0 ? HOURS : MINUTES;
    }
}
