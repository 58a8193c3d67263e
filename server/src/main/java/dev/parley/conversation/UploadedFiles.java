package dev.parley.conversation;

import dev.parley.channel.Attachment;
import dev.parley.identity.UserId;
import java.util.List;
import java.util.UUID;

/// Files that were handed in to be sent. Whoever keeps them brings this.
public interface UploadedFiles {
    /// {@return those of these files that wait to be sent by this writer in this conversation, in
    /// this order}
    List<Enclosure> waiting(ConversationId conversation, UserId writer, List<UUID> files);

    /// This file goes out with this message, in the transaction in which the message is written.
    ///
    /// @throws ConversationConflict when it waits no more
    void enclose(UUID file, MessageId message);

    /// A file that waits.
    record Enclosure(UUID file, Attachment attachment) {}
}
