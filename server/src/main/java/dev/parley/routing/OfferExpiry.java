package dev.parley.routing;

import dev.parley.identity.UserId;
import dev.parley.team.Agents;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Expires offers that were not answered in time. An agent who misses too many in a row gets no
/// more offers until they change their presence.
@Component
class OfferExpiry {
    private final OfferRows offers;
    private final Agents agents;
    private final ApplicationEventPublisher events;
    private final RoutingSettings settings;

    OfferExpiry(
            OfferRows offers,
            Agents agents,
            ApplicationEventPublisher events,
            RoutingSettings settings) {
        this.offers = offers;
        this.agents = agents;
        this.events = events;
        this.settings = settings;
    }

    /// Expires due offers; their conversations wait again.
    void expire(Instant now) {
        var missed = offers.expire(now);
        missed.forEach(agent -> events.publishEvent(new OfferChanged(agent)));
        inactive(new HashSet<>(missed));
    }

    private void inactive(Collection<UserId> missed) {
        var most = settings.inactiveAfterMissed();
        if (most > 0) {
            missed.stream()
                    .filter(agent -> offers.missedInARow(agent) >= most)
                    .forEach(agents::inactive);
        }
    }
}
