package dev.parley.routing;

import dev.parley.conversation.ConversationId;

/// Whether the company knows a customer, asked when a conversation is offered to an agent. Provided
/// by the module that has the company's record of its customers.
public interface KnownCustomers {
    /// {@return whether the customer of this conversation is on record}
    boolean isKnown(ConversationId conversation);
}
