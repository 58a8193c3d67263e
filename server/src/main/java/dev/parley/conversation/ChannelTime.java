package dev.parley.conversation;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The times that channels report.
@Component
class ChannelTime {
    private final Clock clock;

    ChannelTime(Clock clock) {
        this.clock = clock;
    }

    /// A channel's clock that is ahead must not place messages in the future.
    Instant notLaterThanNow(Instant at) {
        var now = clock.instant();
        return at.isAfter(now) ? now : at;
    }
}
