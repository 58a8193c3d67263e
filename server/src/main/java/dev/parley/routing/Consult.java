package dev.parley.routing;

import dev.parley.conversation.ConversationId;
import dev.parley.identity.UserId;
import java.time.Instant;

/// An agent who is asked to help in a conversation, and has not answered yet.
///
/// @param agent who is asked
/// @param askedBy the conversation's agent, or a supervisor
public record Consult(
        ConsultId id,
        ConversationId conversation,
        UserId agent,
        UserId askedBy,
        Instant askedAt,
        Instant expiresAt,
        OfferTerms terms) {}
