package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplyPeriodTests {
    private static final ReplyPeriod PERIOD =
            new ReplyPeriod(Duration.ofHours(24), Duration.ofDays(7));
    private static final Instant wrote = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void forADayAnyoneMayAnswer() {
        var closes = wrote.plus(Duration.ofHours(24));

        assertThat(PERIOD.window(wrote, wrote, false)).isEqualTo(new ReplyWindow.Open(closes));
        assertThat(PERIOD.window(closes.minusMillis(1), wrote, true))
                .isEqualTo(new ReplyWindow.Open(closes));
    }

    @Test
    void afterADayOnlyTheExtensionHelps() {
        var closes = wrote.plus(Duration.ofHours(24));

        assertThat(PERIOD.window(closes, wrote, false))
                .isEqualTo(new ReplyWindow.Closed(closes, true));
        assertThat(PERIOD.window(closes, wrote, true))
                .isEqualTo(new ReplyWindow.Extended(wrote.plus(Duration.ofDays(7))));
    }

    @Test
    void afterAWeekNothingHelps() {
        var week = wrote.plus(Duration.ofDays(7));

        assertThat(PERIOD.window(week, wrote, true)).isEqualTo(new ReplyWindow.Closed(week, false));
        assertThat(PERIOD.window(week, null, true)).isEqualTo(new ReplyWindow.Closed(null, false));
    }

    @Test
    void withoutAPeriodItIsAlwaysOpen() {
        assertThat(ReplyPeriod.UNLIMITED.window(wrote, null, false))
                .isEqualTo(new ReplyWindow.Open(null));
        assertThat(ReplyPeriod.UNLIMITED.canBeExtended()).isFalse();
    }

    @Test
    void whatCannotBeExtendedClosesForGood() {
        var plain = new ReplyPeriod(Duration.ofHours(24), null);
        var closes = wrote.plus(Duration.ofHours(24));

        assertThat(plain.window(closes, wrote, true))
                .isEqualTo(new ReplyWindow.Closed(closes, false));
    }
}
