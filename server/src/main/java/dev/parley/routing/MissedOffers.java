package dev.parley.routing;

import dev.parley.identity.UserId;
import dev.parley.team.Agents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was offered to agents who did not answer. They are told, and who misses too many in a row
/// is offered no more until they say that they are back.
@Component
public class MissedOffers {
    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    /// So many are shown, and one more tells that there were others.
    public static final int SHOWN = 3;

    private final OfferRows offers;
    private final Agents agents;
    private final ApplicationEventPublisher events;
    private final RoutingSettings settings;
    private final Clock clock;

    MissedOffers(
            OfferRows offers,
            Agents agents,
            ApplicationEventPublisher events,
            RoutingSettings settings,
            Clock clock) {
        this.offers = offers;
        this.agents = agents;
        this.events = events;
        this.settings = settings;
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

    /// Lets offers run out. What was offered waits again.
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
