package dev.parley.desk.view;

import dev.parley.channel.TextRules;
import dev.parley.conversation.Draft;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a reply is written, or the sentence that says why not.
///
/// @param shut why nothing can be written now and what would open it; null while it is open
/// @param texts what the channel takes as one message
/// @param largestFile how many bytes a file may have
/// @param mayAttach whether files may be sent to this customer
/// @param files what waits to be sent with the next message
public record ComposerView(
        UUID conversationId,
        String customerName,
        WindowView window,
        @Nullable String shut,
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
        return shut == null;
    }
}
