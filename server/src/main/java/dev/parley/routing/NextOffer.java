package dev.parley.routing;

import dev.parley.routing.RoutingVerdict.Chosen;
import dev.parley.routing.RoutingVerdict.NoAgent;
import dev.parley.routing.WorkItems.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Offers the next waiting conversation, to its previous agent or from the lines: takes a snapshot,
/// applies the rules, stores the verdict.
@Component
class NextOffer {
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

    private final WorkItems workItems;
    private final RoutingSnapshots routingSnapshots;
    private final OfferCreation offerCreation;
    private final AgentSelection agentSelection = new AgentSelection();

    NextOffer(WorkItems workItems, RoutingSnapshots routingSnapshots, OfferCreation offerCreation) {
        this.workItems = workItems;
        this.routingSnapshots = routingSnapshots;
        this.offerCreation = offerCreation;
    }

    /// {@return false when there is none, or no agent can take any; true even if the conversation
    /// was assigned in the meantime, because there may be others}
    boolean offerNext(Instant now) {
        return workItems
                .nextForPreviousAgent(now)
                .map(item -> offerToPrevious(item, now))
                .orElseGet(() -> offerFromLines(now));
    }

    /// A conversation that returns to its previous agent, or was transferred to one, is offered
    /// before all others. If that agent is gone, it waits in its queue like all others.
    private boolean offerToPrevious(WorkItem item, Instant now) {
        var snapshot = routingSnapshots.of(List.of(item), now);
        var chosen =
                snapshot.previousOf(item)
                        .map(previous -> agentSelection.offerFirst(snapshot.workOf(item), previous))
                        .filter(Chosen.class::isInstance)
                        .map(Chosen.class::cast)
                        .findFirst();
        if (chosen.isPresent()) {
            offerCreation.offer(item, chosen.get(), snapshot.queueOf(item), now);
            return true;
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
                    offerCreation.offer(head, chosen, snapshot.queueOf(head), now);
                    return true;
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
}
