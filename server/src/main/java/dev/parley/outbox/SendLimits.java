package dev.parley.outbox;

import dev.parley.channel.ChannelRules.SendRate;
import dev.parley.outbox.Courier.Outcome;
import java.time.Duration;
import java.time.Instant;

/// How fast one endpoint may go on this node: so many texts and so many sounds and films a second,
/// slower as the channel says that it is nearly used up, and one at a time after a row of failures.
final class SendLimits {
    /// From here on it slows down.
    static final int BUSY = 75;

    private static final Duration HEEDED_FOR = Duration.ofMinutes(5);

    private final CircuitBreaker breaker = new CircuitBreaker();
    private final RateLimiter texts;
    private final RateLimiter media;
    private int usedUp;
    private Instant heardAt = Instant.MIN;

    SendLimits(SendRate rate) {
        texts = new RateLimiter(rate.texts());
        media = new RateLimiter(rate.media());
    }

    /// {@return how long this one has to wait for its place}
    Duration wait(Load load, Instant now) {
        return (load == Load.MEDIA ? media : texts).take(now, share(now));
    }

    /// {@return how many of `wanted` messages may be under way at once}
    int concurrency(int wanted, Instant now) {
        return breaker.allowed(share(now) < 1 ? Math.min(wanted, 2) : wanted, now);
    }

    /// @param percent of what the channel allows that is used up
    synchronized void heed(int percent, Instant now) {
        usedUp = percent;
        heardAt = now;
    }

    void learn(Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Unreachable _, Outcome.Unknown _ -> breaker.failed(now);
            case Outcome.Taken _,
                    Outcome.Refused _,
                    Outcome.HeldElsewhere _,
                    Outcome.NotNow _,
                    Outcome.EndpointRests _,
                    Outcome.EndpointStops _ ->
                    breaker.succeeded();
        }
    }

    /// A tenth of the rate at three quarters, and less and less from there. What was said a while
    /// ago says nothing of now.
    private synchronized double share(Instant now) {
        var stale =
                heardAt.isBefore(now.minus(HEEDED_FOR)) || heardAt.isAfter(now.plus(HEEDED_FOR));
        return usedUp < BUSY || stale ? 1 : Math.max(100 - usedUp, 1) / (10.0 * (100 - BUSY));
    }

    /// What the channel counts apart.
    enum Load {
        TEXT,
        MEDIA
    }
}
