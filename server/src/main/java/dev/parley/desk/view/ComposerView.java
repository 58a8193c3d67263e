package dev.parley.desk.view;

import dev.parley.channel.TextRules;
import dev.parley.conversation.Draft;
import java.util.List;
import java.util.UUID;

/// The composer, or the reason why no reply can be written.
///
/// @param texts the channel's limits for one message
/// @param largestFile the maximum size of a file in bytes
/// @param mayAttach whether files may be sent to this customer
/// @param files the files to be sent with the next message
public record ComposerView(
        UUID conversationId,
        String customerName,
        ComposerStateView state,
        DraftView draft,
        DraftView note,
        TextRules texts,
        int largestFile,
        boolean mayAttach,
        List<UploadView> files,
        TypingView typing) {
    public ComposerView {
        files = List.copyOf(files);
    }

    public int mostFiles() {
        return Draft.MOST_FILES;
    }
}
