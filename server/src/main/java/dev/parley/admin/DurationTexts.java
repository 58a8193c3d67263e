package dev.parley.admin;

import dev.parley.admin.view.DistributionForm.Unit;
import dev.parley.platform.language.Keys;
import dev.parley.platform.language.Texts;
import java.time.Duration;

/// Tells how long something lasts, in the largest unit that fits.
final class DurationTexts {
    private DurationTexts() {}

    static String of(Texts t, Duration time) {
        var unit = Unit.of(time);
        return t.count("admin.work.for." + Keys.word(unit.name()), time.dividedBy(unit.times(1)));
    }
}
