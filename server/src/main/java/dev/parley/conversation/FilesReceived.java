package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.Attachment;
import java.util.List;

/// Published in the transaction that stores a message with files.
public record FilesReceived(
        MessageId id, ConversationId conversation, Address from, List<Attachment> files) {}
