package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplyWindowTests {
    private static final ReplyWindow MESSENGER =
            new ReplyWindow(Duration.ofHours(24), Duration.ofDays(7));
    private static final Instant wrote = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void anyoneMayReplyForADay() {
        var closes = wrote.plus(Duration.ofHours(24));

        assertThat(MESSENGER.stateAt(wrote, wrote, false))
                .isEqualTo(new ReplyWindowState.Open(closes));
        assertThat(MESSENGER.stateAt(closes.minusMillis(1), wrote, true))
                .isEqualTo(new ReplyWindowState.Open(closes));
    }

    @Test
    void afterADayOnlyTheExtensionAllowsReplies() {
        var closes = wrote.plus(Duration.ofHours(24));

        assertThat(MESSENGER.stateAt(closes, wrote, false))
                .isEqualTo(new ReplyWindowState.Closed(closes, true));
        assertThat(MESSENGER.stateAt(closes, wrote, true))
                .isEqualTo(new ReplyWindowState.Extended(wrote.plus(Duration.ofDays(7))));
    }

    @Test
    void afterAWeekNoReplyIsAllowed() {
        var week = wrote.plus(Duration.ofDays(7));

        assertThat(MESSENGER.stateAt(week, wrote, true))
                .isEqualTo(new ReplyWindowState.Closed(week, false));
        assertThat(MESSENGER.stateAt(week, null, true))
                .isEqualTo(new ReplyWindowState.Closed(null, false));
    }

    @Test
    void aWindowWithoutAPeriodIsAlwaysOpen() {
        assertThat(ReplyWindow.UNLIMITED.stateAt(wrote, null, false))
                .isEqualTo(new ReplyWindowState.Open(null));
    }

    @Test
    void aWindowWithoutExtensionClosesPermanently() {
        var plain = new ReplyWindow(Duration.ofHours(24), null);
        var closes = wrote.plus(Duration.ofHours(24));

        assertThat(plain.stateAt(closes, wrote, true))
                .isEqualTo(new ReplyWindowState.Closed(closes, false));
    }
}
