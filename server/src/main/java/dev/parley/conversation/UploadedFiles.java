package dev.parley.conversation;

import dev.parley.channel.Attachment;
import dev.parley.identity.UserId;
import java.util.List;
import java.util.UUID;

/// Files that were uploaded to be sent. The module that stores them implements this.
public interface UploadedFiles {
    /// {@return those of these files that wait to be sent by this author in this conversation, in
    /// this order}
    List<UploadedFile> waiting(ConversationId conversation, UserId writer, List<UUID> files);

    /// Attaches this file to this message, in the transaction in which the message is stored.
    ///
    /// @throws ConversationConflict when it no longer waits to be sent
    void attach(UUID file, MessageId message);

    /// A file that waits to be sent.
    record UploadedFile(UUID file, Attachment attachment) {}
}
