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

    private static final int FAILURES = 5;
    private static final Duration FIRST_REST = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final RateLimiter texts;
    private final RateLimiter media;
    private int usedUp;
    private Instant heardAt = Instant.MIN;
    private int failures;
    private Instant shutUntil = Instant.MIN;

    SendLimits(SendRate rate) {
        texts = new RateLimiter(rate.texts());
        media = new RateLimiter(rate.media());
    }

    /// {@return how long this one has to wait for its place}
    Duration wait(Load load, Instant now) {
        return (load == Load.MEDIA ? media : texts).take(now, share(now));
    }

    /// {@return how many of `hands` may be at it}
    synchronized int hands(int hands, Instant now) {
        if (failures < FAILURES) {
            return share(now) < 1 ? Math.min(hands, 2) : hands;
        }
        return isShut(now) ? 0 : 1;
    }

    /// A clock that was put back does not shut the endpoint for longer than ever.
    private boolean isShut(Instant now) {
        return now.isBefore(shutUntil) && !shutUntil.isAfter(now.plus(LONGEST_REST));
    }

    /// @param percent of what the channel allows that is used up
    synchronized void heed(int percent, Instant now) {
        usedUp = percent;
        heardAt = now;
    }

    /// A row of attempts that came to nothing shuts the endpoint; one that comes through opens it.
    synchronized void learn(Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Unreachable _, Outcome.Unknown _ -> {
                failures = Math.min(failures + 1, 30);
                shutUntil = now.plus(rest(failures - FAILURES));
            }
            case Outcome.Taken _,
                    Outcome.Refused _,
                    Outcome.HeldElsewhere _,
                    Outcome.NotNow _,
                    Outcome.EndpointRests _,
                    Outcome.EndpointStops _ ->
                    failures = 0;
        }
    }

    /// A tenth of the pace at three quarters, and less and less from there. What was said a while
    /// ago says nothing of now.
    private synchronized double share(Instant now) {
        var stale =
                heardAt.isBefore(now.minus(LONGEST_REST))
                        || heardAt.isAfter(now.plus(LONGEST_REST));
        return usedUp < BUSY || stale ? 1 : Math.max(100 - usedUp, 1) / (10.0 * (100 - BUSY));
    }

    private static Duration rest(int more) {
        var rest = FIRST_REST.multipliedBy(1L << Math.clamp(more, 0, 10));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    /// What weighs differently at the channel.
    enum Load {
        TEXT,
        MEDIA
    }
}
