package dev.parley.routing;

import dev.parley.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The offers that agents did not answer, until they dismiss them.
@Component
public class MissedOffers {
    private static final Duration SHOWN_FOR = Duration.ofDays(1);

    /// How many are shown; one more is read to show that there were others.
    public static final int SHOWN = 3;

    private final OfferRows offers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MissedOffers(OfferRows offers, ApplicationEventPublisher events, Clock clock) {
        this.offers = offers;
        this.events = events;
        this.clock = clock;
    }

    /// {@return the offers that this agent missed and has not dismissed, the latest first}
    public List<Offer> of(UserId agent) {
        var since = clock.instant().minus(SHOWN_FOR);
        return offers.missedBy(agent, since, SHOWN + 1);
    }

    /// The agent dismissed the missed offers.
    @Transactional
    public void seen(UserId agent) {
        if (offers.seen(agent, clock.instant())) {
            events.publishEvent(new OfferChanged(agent));
        }
    }
}
