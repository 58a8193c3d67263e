package dev.parley.routing;

import dev.parley.platform.Ids;
import dev.parley.routing.RoutingVerdict.Chosen;
import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.team.ServedQueue;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Offers a conversation to the agent who was chosen for it, and counts that as the agent's turn.
@Component
class OfferCreation {
    private final WorkItems workItems;
    private final OfferRows offers;
    private final RoundRobinTurns roundRobinTurns;
    private final ApplicationEventPublisher events;
    private final OfferRules rules;

    OfferCreation(
            WorkItems workItems,
            OfferRows offers,
            RoundRobinTurns roundRobinTurns,
            ApplicationEventPublisher events,
            OfferRules rules) {
        this.workItems = workItems;
        this.offers = offers;
        this.roundRobinTurns = roundRobinTurns;
        this.events = events;
        this.rules = rules;
    }

    /// Offers nothing if the conversation was assigned in the meantime.
    void offer(WorkItem item, Chosen chosen, ServedQueue queue, Instant now) {
        if (!workItems.markOffered(item.conversation())) {
            return;
        }
        var template = rules.of(item);
        offers.add(
                new Offer(
                        new OfferId(Ids.next()),
                        item.conversation(),
                        chosen.agent(),
                        now,
                        now.plus(template.content().countdown()),
                        chosen.in(queue.isDefault() ? null : queue.name()),
                        OfferRules.terms(item, template)));
        roundRobinTurns.took(queue.id(), chosen.agent(), now);
        events.publishEvent(new OfferChanged(chosen.agent()));
    }
}
