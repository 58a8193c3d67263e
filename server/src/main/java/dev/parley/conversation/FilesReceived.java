package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.Attachment;
import java.util.List;

/// Told in the transaction in which a message with files was kept.
public record FilesReceived(
        MessageId id, ConversationId conversation, Address from, List<Attachment> files) {}
