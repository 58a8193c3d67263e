package dev.parley.routing;

import dev.parley.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was offered to agents who did not answer, until they say that they know.
@Component
public class MissedOffers {
    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    /// So many are shown, and one more tells that there were others.
    public static final int SHOWN = 3;

    private final OfferRows offers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MissedOffers(OfferRows offers, ApplicationEventPublisher events, Clock clock) {
        this.offers = offers;
        this.events = events;
        this.clock = clock;
    }

    /// {@return what this agent missed since they last said that they know, the latest first}
    public List<Offer> of(UserId agent) {
        var since = clock.instant().minus(WORTH_TELLING);
        return offers.missedBy(agent, since, SHOWN + 1);
    }

    /// The agent knows what they missed.
    @Transactional
    public void seen(UserId agent) {
        if (offers.seen(agent, clock.instant())) {
            events.publishEvent(new OfferChanged(agent));
        }
    }
}
