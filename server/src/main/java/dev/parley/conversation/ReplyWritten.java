package dev.parley.conversation;

import dev.parley.channel.Address;

/// Published in the transaction that stores a message which is to be sent to the customer.
public record ReplyWritten(MessageId id, ConversationId conversation, Address to) {}
