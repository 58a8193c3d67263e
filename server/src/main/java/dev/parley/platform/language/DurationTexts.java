package dev.parley.platform.language;

import java.time.Duration;

/// Formats a duration in the largest unit that fits.
public final class DurationTexts {
    private DurationTexts() {}

    public static String of(Texts t, Duration time) {
        var unit = DurationUnit.of(time);
        return t.count("common.duration." + Keys.word(unit.name()), unit.count(time));
    }
}
