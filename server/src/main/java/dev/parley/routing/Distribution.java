package dev.parley.routing;

import dev.parley.platform.Ids;
import dev.parley.routing.RoutingVerdict.Chosen;
import dev.parley.routing.RoutingVerdict.NoAgent;
import dev.parley.routing.WorkItems.WorkItem;
import dev.parley.team.ServedQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Offers waiting conversations to agents: takes a snapshot, applies the rules, stores the verdict.
@Component
class Distribution {
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    private final QueueSelection queueSelection;
    private final WorkItems workItems;
    private final OfferRows offers;
    private final OfferExpiry offerExpiry;
    private final RoundRobinTurns roundRobinTurns;
    private final RoutingSnapshots routingSnapshots;
    private final ApplicationEventPublisher events;
    private final RoutingSettings settings;
    private final Clock clock;
    private final AgentSelection agentSelection = new AgentSelection();

    Distribution(
            QueueSelection queueSelection,
            WorkItems workItems,
            OfferRows offers,
            OfferExpiry offerExpiry,
            RoundRobinTurns roundRobinTurns,
            RoutingSnapshots routingSnapshots,
            ApplicationEventPublisher events,
            RoutingSettings settings,
            Clock clock) {
        this.queueSelection = queueSelection;
        this.workItems = workItems;
        this.offers = offers;
        this.offerExpiry = offerExpiry;
        this.roundRobinTurns = roundRobinTurns;
        this.routingSnapshots = routingSnapshots;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /// Distributes one conversation; {@return false when there is none, or no agent can take any}
    @Transactional
    public boolean distributeOne() {
        var now = clock.instant();
        if (!workItems.tryLockDistribution()) {
            return false;
        }
        offerExpiry.expire(now);
        queueSelection.assignQueues(now);
        return workItems
                .nextForPreviousAgent(now)
                .map(item -> offerToPrevious(item, now))
                .orElseGet(() -> offerFromLines(now));
    }

    /// A conversation that returns to its previous agent is offered before all others. If that
    /// agent is gone, it waits in its queue like all others.
    private boolean offerToPrevious(WorkItem item, Instant now) {
        var snapshot = routingSnapshots.of(List.of(item), now);
        var chosen =
                snapshot.previousOf(item)
                        .map(agentSelection::offerToPrevious)
                        .filter(Chosen.class::isInstance)
                        .map(Chosen.class::cast)
                        .findFirst();
        if (chosen.isPresent()) {
            return offer(item, chosen.get(), snapshot.queueOf(item), now);
        }
        workItems.forgetPrevious(item.conversation());
        return true;
    }

    /// The first conversation of one line must not block other lines.
    private boolean offerFromLines(Instant now) {
        var heads = workItems.heads(now);
        if (heads.isEmpty()) {
            return false;
        }
        var snapshot = routingSnapshots.of(heads, now);
        var steppedAside = false;
        for (var head : snapshot.inOrder()) {
            switch (agentSelection.decide(snapshot.workOf(head), snapshot.candidatesFor(head))) {
                case Chosen chosen -> {
                    return offer(head, chosen, snapshot.queueOf(head), now);
                }
                case NoAgent nobody when nobody.becauseOfDeclines() -> {
                    workItems.tryAt(head.conversation(), now.plus(RETRY_DELAY));
                    steppedAside = true;
                }
                case NoAgent _ -> {}
            }
        }
        return steppedAside;
    }

    /// {@return true, even if it was assigned meanwhile: there may be others}
    private boolean offer(WorkItem item, Chosen chosen, ServedQueue queue, Instant now) {
        if (!workItems.markOffered(item.conversation())) {
            return true;
        }
        offers.add(
                new Offer(
                        new OfferId(Ids.next()),
                        item.conversation(),
                        chosen.agent(),
                        now,
                        now.plus(settings.offerFor()),
                        chosen.in(queue.isDefault() ? null : queue.name())));
        roundRobinTurns.took(queue.id(), chosen.agent(), now);
        events.publishEvent(new OfferChanged(chosen.agent()));
        return true;
    }
}
