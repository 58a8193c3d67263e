package dev.parley.conversation;

import dev.parley.channel.Address;

/// Told in the transaction in which one of us wrote: this message is now to be sent to the
/// customer.
public record ReplyWritten(MessageId id, ConversationId conversation, Address to) {}
