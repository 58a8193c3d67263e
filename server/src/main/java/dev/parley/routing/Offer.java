package dev.parley.routing;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import java.time.Instant;

/// A conversation offered to one agent.
public record Offer(
        OfferId id,
        ConversationId conversation,
        UserId agent,
        Instant offeredAt,
        Instant expiresAt,
        RoutingVerdict.Chosen why,
        OfferTerms terms) {}
