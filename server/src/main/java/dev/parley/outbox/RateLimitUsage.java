package dev.parley.outbox;

import dev.parley.channel.Endpoint;
import dev.parley.channel.FailureCause;
import dev.parley.outbox.Courier.Outcome.EndpointPaused;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Slows down an endpoint whose rate limit at its channel is nearly used up.
@Component
public class RateLimitUsage {
    private static final int NEARLY_ALL = 95;
    private static final Duration DEFAULT_PAUSE = Duration.ofMinutes(1);

    private final SendLimitsByEndpoint sendLimitsByEndpoint;
    private final SendBlocks sendBlocks;
    private final Clock clock;

    RateLimitUsage(SendLimitsByEndpoint sendLimitsByEndpoint, SendBlocks sendBlocks, Clock clock) {
        this.sendLimitsByEndpoint = sendLimitsByEndpoint;
        this.sendBlocks = sendBlocks;
        this.clock = clock;
    }

    /// Applies the usage of the channel's rate limit that the channel reported for this endpoint.
    ///
    /// @param percent 100 is blocked
    /// @param asked how long the channel asked to wait; null when it did not
    public void apply(Endpoint endpoint, int percent, @Nullable Duration asked) {
        var now = clock.instant();
        sendLimitsByEndpoint.applyUsage(endpoint, percent, now);
        if (percent >= NEARLY_ALL || asked != null) {
            var detail = "%d %% of the rate limit is used".formatted(percent);
            var rest = new EndpointPaused(FailureCause.LIMIT, detail, DEFAULT_PAUSE, asked, false);
            sendBlocks.pause(endpoint, rest, now);
        }
    }
}
