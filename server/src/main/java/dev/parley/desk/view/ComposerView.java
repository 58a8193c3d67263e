package dev.parley.desk.view;

import dev.parley.channel.TextRules;
import dev.parley.conversation.Draft;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The composer, or the reason why no reply can be written.
///
/// @param closedReason why nothing can be written now and what would change that; null while it is
///   open
/// @param texts the channel's limits for one message
/// @param largestFile the maximum size of a file in bytes
/// @param mayAttach whether files may be sent to this customer
/// @param files the files to be sent with the next message
public record ComposerView(
        UUID conversationId,
        String customerName,
        WindowView window,
        @Nullable String closedReason,
        TextRules texts,
        int largestFile,
        boolean mayAttach,
        List<UploadView> files) {
    public ComposerView {
        files = List.copyOf(files);
    }

    public int mostFiles() {
        return Draft.MOST_FILES;
    }

    public boolean open() {
        return closedReason == null;
    }
}
