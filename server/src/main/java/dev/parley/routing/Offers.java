package dev.parley.routing;

import dev.parley.conversation.Conversation.State;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Moves;
import dev.parley.conversation.StateChanged;
import dev.parley.conversation.StatesChanged;
import dev.parley.identity.UserId;
import dev.parley.routing.OfferRows.Outcome;
import dev.parley.routing.WorkItems.NewItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The offers to agents, and their answers.
@Component
public class Offers {
    private static final Duration NOTICE_SHOWN_FOR = Duration.ofDays(1);
    private static final int MOST_NOTICES = 20;

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

    /// {@return the pending offers to this agent, the oldest first; then the conversations that
    /// were assigned without asking, of which the agent has not dismissed the notice, the latest
    /// first}
    public List<Offer> shownTo(UserId agent) {
        return offers.shownTo(agent, clock.instant().minus(NOTICE_SHOWN_FOR), MOST_NOTICES);
    }

    /// {@return the conversation of this offer to this agent, whatever its outcome}
    public Optional<ConversationId> madeTo(UserId agent, OfferId id) {
        return offers.madeTo(agent, id);
    }

    /// {@return the last accepted offer of this conversation, with the reasons}
    public Optional<Offer> acceptedFor(ConversationId conversation) {
        return offers.acceptedFor(conversation);
    }

    /// Assigns the offered conversation to the agent. {@return its id}
    ///
    /// @throws ConversationConflict when the offer is no longer pending
    @Transactional
    public ConversationId accept(OfferId id, UserId agent) {
        var offer = mine(id, agent);
        conversations.lock(offer.conversation());
        workItems.hold(offer.conversation());
        if (!clock.instant().isBefore(offer.expiresAt())
                || !offers.settle(id, Outcome.ACCEPTED, clock.instant())) {
            throw over();
        }
        if (offer.terms().automatic()) {
            moves.assignAutomatically(offer.conversation(), agent);
        } else {
            moves.assign(offer.conversation(), agent);
        }
        events.publishEvent(new OfferChanged(agent));
        return offer.conversation();
    }

    /// Declines the offer; the conversation waits for other agents.
    ///
    /// @throws ConversationConflict when the offer is no longer pending, or cannot be declined
    @Transactional
    public void decline(OfferId id, UserId agent) {
        var offer = mine(id, agent);
        if (!offer.terms().mayDecline()) {
            throw new ConversationConflict("This offer cannot be declined");
        }
        workItems.requeue(offer.conversation(), clock.instant());
        if (!offers.settle(id, Outcome.DECLINED, clock.instant())) {
            throw over();
        }
        events.publishEvent(new OfferChanged(agent));
    }

    /// A conversation has a work item exactly as long as it is open.
    @EventListener
    void on(StatesChanged changes) {
        var now = clock.instant();
        var opened = changes.all().stream().filter(one -> one.to() == State.OPEN).toList();
        workItems.add(opened.stream().map(Offers::newItem).toList());
        changes.all().stream()
                .filter(one -> one.from() == State.OPEN && one.to() != State.OPEN)
                .forEach(one -> noLongerWaits(one.id(), now));
    }

    private static NewItem newItem(StateChanged opened) {
        var previous = opened.from() == State.WAITING ? opened.agentBefore() : null;
        return new NewItem(opened.id(), opened.with().at(), opened.since(), previous);
    }

    private void noLongerWaits(ConversationId conversation, Instant now) {
        workItems.remove(conversation);
        offers.withdraw(conversation, now)
                .forEach(agent -> events.publishEvent(new OfferChanged(agent)));
    }

    private Offer mine(OfferId id, UserId agent) {
        return offers.pending(id)
                .filter(offer -> offer.agent().equals(agent))
                .orElseThrow(Offers::over);
    }

    private static ConversationConflict over() {
        return new ConversationConflict("This offer is no longer pending");
    }
}
