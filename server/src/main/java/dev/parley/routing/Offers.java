package dev.parley.routing;

import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Moves;
import dev.parley.conversation.StateChanged;
import dev.parley.identity.UserId;
import dev.parley.routing.OfferRows.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What agents are offered, and what they answer.
@Component
public class Offers {
    private final OfferRows offers;
    private final WorkItems workItems;
    private final Conversations conversations;
    private final Moves moves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offers(
            OfferRows offers,
            WorkItems workItems,
            Conversations conversations,
            Moves moves,
            ApplicationEventPublisher events,
            Clock clock) {
        this.offers = offers;
        this.workItems = workItems;
        this.conversations = conversations;
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    public List<Offer> of(UserId agent) {
        return offers.pendingOf(agent);
    }

    /// {@return what was offered to this agent by this offer, whatever became of it}
    public Optional<ConversationId> madeTo(UserId agent, OfferId id) {
        return offers.madeTo(agent, id);
    }

    /// {@return the offer by which this conversation came to whoever holds it, with the reasons}
    public Optional<Offer> acceptedFor(ConversationId conversation) {
        return offers.acceptedFor(conversation);
    }

    /// Takes the conversation. {@return which}
    ///
    /// @throws ConversationConflict when the offer is over
    @Transactional
    public ConversationId accept(OfferId id, UserId agent) {
        var offer = mine(id, agent);
        conversations.hold(offer.conversation());
        workItems.hold(offer.conversation());
        if (!clock.instant().isBefore(offer.expiresAt())
                || !offers.settle(id, Outcome.ACCEPTED, clock.instant())) {
            throw over();
        }
        moves.assign(offer.conversation(), agent);
        events.publishEvent(new OfferChanged(agent));
        return offer.conversation();
    }

    /// Leaves the conversation to others.
    ///
    /// @throws ConversationConflict when the offer is over
    @Transactional
    public void decline(OfferId id, UserId agent) {
        var offer = mine(id, agent);
        workItems.backInLine(offer.conversation(), clock.instant());
        if (!offers.settle(id, Outcome.DECLINED, clock.instant())) {
            throw over();
        }
        events.publishEvent(new OfferChanged(agent));
    }

    /// A conversation waits here exactly as long as it is open.
    @EventListener
    void on(StateChanged change) {
        var now = clock.instant();
        if (change.to() == State.OPEN) {
            var previous = change.from() == State.WAITING ? change.agentBefore() : null;
            workItems.add(change.id(), change.with().at(), previous, now);
        } else if (change.from() == State.OPEN) {
            workItems.remove(change.id());
            offers.withdraw(change.id(), now)
                    .forEach(agent -> events.publishEvent(new OfferChanged(agent)));
        }
    }

    private Offer mine(OfferId id, UserId agent) {
        return offers.pending(id)
                .filter(offer -> offer.agent().equals(agent))
                .orElseThrow(Offers::over);
    }

    private static ConversationConflict over() {
        return new ConversationConflict("This offer is over");
    }
}
