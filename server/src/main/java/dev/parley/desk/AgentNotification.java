package dev.parley.desk;

import dev.parley.conversation.ConversationId;
import dev.parley.desk.view.OfferView.Kind;
import dev.parley.routing.OfferTerms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the agent is notified of: an offer, a consult, or an assignment.
///
/// @param mayDecline whether the agent can decline it now
/// @param title what happened, as text before the customer's name
/// @param queue in which the conversation waited; null for none
/// @param reason why this agent; null for none
record AgentNotification(
        UUID id,
        Kind kind,
        ConversationId conversation,
        Instant at,
        Instant expiresAt,
        OfferTerms terms,
        boolean mayDecline,
        String title,
        @Nullable String queue,
        @Nullable String reason) {}
