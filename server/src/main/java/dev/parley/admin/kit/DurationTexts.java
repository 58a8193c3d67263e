package dev.parley.admin.kit;

import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Texts;
import java.time.Duration;

/// Formats a duration in the largest unit that fits.
public final class DurationTexts {
    private DurationTexts() {}

    public static String of(Texts t, Duration time) {
        var unit = DurationUnit.of(time);
        return t.count("admin.work.for." + Keys.word(unit.name()), unit.count(time));
    }
}
