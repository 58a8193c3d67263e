package dev.parley.conversation;

import dev.parley.channel.Address;
import dev.parley.channel.Attachment;
import dev.parley.channel.Content;
import dev.parley.conversation.NewMessages.Addition;
import java.util.List;
import java.util.Optional;

/// Published in the transaction that stores a message with files.
public record FilesReceived(
        MessageId id, ConversationId conversation, Address from, List<Attachment> files) {
    /// {@return what is published about this message; empty if it has no files that can be fetched}
    static Optional<FilesReceived> of(Addition added) {
        var message = added.message();
        var files =
                switch (message.content()) {
                    case Content.Files(_, var some) -> some;
                    case Content.Sticker(var url, _) ->
                            List.of(new Attachment(Attachment.Type.IMAGE, url, null));
                    default -> List.<Attachment>of();
                };
        return files.stream().anyMatch(Attachment::isFetched)
                ? Optional.of(
                        new FilesReceived(
                                message.id(),
                                added.after().id(),
                                added.after().details().address(),
                                files))
                : Optional.empty();
    }
}
