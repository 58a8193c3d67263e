package dev.parley.routing;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Distributes waiting conversations to agents, one at a time among all nodes.
@Component
class Distribution {
    private final WorkItems workItems;
    private final OfferExpiry offerExpiry;
    private final QueueSelection queueSelection;
    private final NextOffer nextOffer;
    private final Clock clock;

    Distribution(
            WorkItems workItems,
            OfferExpiry offerExpiry,
            QueueSelection queueSelection,
            NextOffer nextOffer,
            Clock clock) {
        this.workItems = workItems;
        this.offerExpiry = offerExpiry;
        this.queueSelection = queueSelection;
        this.nextOffer = nextOffer;
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
        return nextOffer.offerNext(now);
    }
}
