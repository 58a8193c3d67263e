package dev.parley.conversation;

import dev.parley.customer.CustomerId;
import dev.parley.identity.UserId;
import java.time.Instant;
import java.util.UUID;

/// That a customer is blocked: their messages are stored, and reach nobody.
///
/// @param conversation in which it was done
public record CustomerBlock(
        UUID id,
        CustomerId customer,
        ConversationId conversation,
        String reason,
        Instant at,
        UserId by) {}
