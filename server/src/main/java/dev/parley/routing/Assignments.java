package dev.parley.routing;

import dev.parley.channel.Endpoint;
import dev.parley.conversation.AssignedByColleague;
import dev.parley.conversation.ConversationConflict;
import dev.parley.conversation.ConversationId;
import dev.parley.conversation.Moves;
import dev.parley.identity.UserId;
import dev.parley.platform.Ids;
import dev.parley.routing.OfferRules.Terms;
import dev.parley.routing.RoutingVerdict.By;
import dev.parley.routing.RoutingVerdict.Chosen;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Conversations that a user assigned to another one. They are assigned at once, whatever the
/// agent's presence and capacity; the agent is told, and may decline for as long as the
/// notification template says. What they decline waits in its queue again, for others.
@Component
public class Assignments {
    private final OfferRows rows;
    private final OfferRules rules;
    private final Moves moves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Assignments(
            OfferRows rows,
            OfferRules rules,
            Moves moves,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    /// {@return whether the agent can decline this offer until it expires, although it is theirs}
    public static boolean mayDecline(Offer offer, Instant now) {
        return offer.terms().assignedBy() != null
                && offer.terms().mayDecline()
                && now.isBefore(offer.expiresAt());
    }

    /// Gives back a conversation that a colleague assigned to this agent.
    ///
    /// @throws ConversationConflict when it is too late, it cannot be declined, or it is no longer
    ///   assigned to them
    @Transactional
    public void decline(OfferId id, UserId agent) {
        var offer =
                rows.assigned(id)
                        .filter(found -> found.agent().equals(agent))
                        .filter(found -> mayDecline(found, clock.instant()))
                        .orElseThrow(Assignments::over);
        moves.declineAssignment(offer.conversation(), agent);
        if (!rows.declineAssigned(id, clock.instant())) {
            throw over();
        }
        events.publishEvent(new OfferChanged(agent));
    }

    @EventListener
    void on(AssignedByColleague assigned) {
        var now = clock.instant();
        var terms = new HashMap<Endpoint, Terms>();
        assigned.conversations()
                .forEach((conversation, endpoint) ->
                        rows.addAccepted(
                                offer(
                                        assigned,
                                        conversation,
                                        terms.computeIfAbsent(
                                                endpoint,
                                                one -> rules.ofAssignment(one, assigned.by())),
                                        now)));
        events.publishEvent(new OfferChanged(assigned.agent()));
    }

    private static Offer offer(
            AssignedByColleague assigned, ConversationId conversation, Terms terms, Instant now) {
        return new Offer(
                new OfferId(Ids.next()),
                conversation,
                assigned.agent(),
                now,
                now.plus(terms.countdown()),
                new Chosen(assigned.agent(), 0, By.ASSIGNED, null, List.of()),
                terms.terms());
    }

    private static ConversationConflict over() {
        return new ConversationConflict("This assignment can no longer be declined");
    }
}
