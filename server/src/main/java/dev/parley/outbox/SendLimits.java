package dev.parley.outbox;

import dev.parley.channel.ChannelRules.SendRate;
import dev.parley.outbox.Courier.Outcome;
import java.time.Duration;
import java.time.Instant;

/// The send rate of one endpoint on this node: a rate for texts and one for audio and video,
/// reduced when the channel reports that its limit is nearly used, and one at a time after a series
/// of failures.
final class SendLimits {
    /// The usage in percent at which the rate is reduced.
    static final int BUSY = 75;

    private static final Duration VALID_FOR = Duration.ofMinutes(5);

    private final CircuitBreaker breaker = new CircuitBreaker();
    private final RateLimiter texts;
    private final RateLimiter media;
    private int usage;
    private Instant reportedAt = Instant.MIN;

    SendLimits(SendRate rate) {
        texts = new RateLimiter(rate.texts());
        media = new RateLimiter(rate.media());
    }

    /// {@return how long this message has to wait for its slot}
    Duration wait(Load load, Instant now) {
        return limiter(load).take(now, share(now));
    }

    private RateLimiter limiter(Load load) {
        return load == Load.MEDIA ? media : texts;
    }

    /// {@return how many of `wanted` messages may be sent at once}
    int concurrency(int wanted, Instant now) {
        return breaker.allowed(share(now) < 1 ? Math.min(wanted, 2) : wanted, now);
    }

    /// @param percent of the channel's limit that is used
    synchronized void applyUsage(int percent, Instant now) {
        usage = percent;
        reportedAt = now;
    }

    /// @param took from the beginning of the request until its response
    void record(Load load, Outcome outcome, Duration took, Instant now) {
        limiter(load).answered(took);
        switch (outcome) {
            case Outcome.Unreachable _, Outcome.Unknown _ -> breaker.failed(now);
            case Outcome.Accepted _,
                    Outcome.Refused _,
                    Outcome.ControlledElsewhere _,
                    Outcome.Temporary _,
                    Outcome.EndpointPaused _,
                    Outcome.EndpointStopped _ ->
                    breaker.succeeded();
        }
    }

    /// A tenth of the rate at a usage of three quarters, decreasing from there. An old report no
    /// longer counts.
    private synchronized double share(Instant now) {
        var stale =
                reportedAt.isBefore(now.minus(VALID_FOR))
                        || reportedAt.isAfter(now.plus(VALID_FOR));
        return usage < BUSY || stale ? 1 : Math.max(100 - usage, 1) / (10.0 * (100 - BUSY));
    }

    /// The kinds of messages that the channel limits separately.
    enum Load {
        TEXT,
        MEDIA
    }
}
