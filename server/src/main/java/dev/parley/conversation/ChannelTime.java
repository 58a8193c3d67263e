package dev.parley.conversation;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Limits the times that channels report: a clock that is ahead must not place messages in the
/// future.
@Component
class ChannelTime {
    private final Clock clock;

    ChannelTime(Clock clock) {
        this.clock = clock;
    }

    Instant notLaterThanNow(Instant at) {
        var now = clock.instant();
        return at.isAfter(now) ? now : at;
    }
}
