package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplyWindowTests {
    private static final Instant wrote = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void forADayAnyoneMayAnswer() {
        var closes = wrote.plus(Duration.ofHours(24));

        assertThat(ReplyWindow.at(wrote, wrote, false)).isEqualTo(new ReplyWindow.Open(closes));
        assertThat(ReplyWindow.at(closes.minusMillis(1), wrote, true))
                .isEqualTo(new ReplyWindow.Open(closes));
    }

    @Test
    void afterADayOnlyTheTagHelps() {
        var closes = wrote.plus(Duration.ofHours(24));

        assertThat(ReplyWindow.at(closes, wrote, false))
                .isEqualTo(new ReplyWindow.Closed(closes, true));
        assertThat(ReplyWindow.at(closes, wrote, true))
                .isEqualTo(new ReplyWindow.HumanAgent(wrote.plus(Duration.ofDays(7))));
    }

    @Test
    void afterAWeekNothingHelps() {
        var week = wrote.plus(Duration.ofDays(7));

        assertThat(ReplyWindow.at(week, wrote, true))
                .isEqualTo(new ReplyWindow.Closed(week, false));
        assertThat(ReplyWindow.at(week, null, true)).isEqualTo(new ReplyWindow.Closed(null, false));
    }
}
