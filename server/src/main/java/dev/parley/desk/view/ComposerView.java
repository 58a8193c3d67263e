package dev.parley.desk.view;

import dev.parley.attachment.Limits;
import dev.parley.conversation.Draft;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a reply is written, or the sentence that says why not.
///
/// @param shut why nothing can be written now and what would open it; null while it is open
/// @param limit how many characters go into one message
/// @param mayAttach whether files may be sent to this customer
/// @param files what waits to be sent with the next message
public record ComposerView(
        UUID conversationId,
        String customerName,
        WindowView window,
        @Nullable String shut,
        int limit,
        boolean mayAttach,
        List<UploadView> files) {
    public ComposerView {
        files = List.copyOf(files);
    }

    /// What Messenger takes as one message.
    public static final int LIMIT = 2000;

    public int mostFiles() {
        return Draft.MOST_FILES;
    }

    public int largestFile() {
        return Limits.LARGEST_FILE;
    }

    public int mostChoices() {
        return Draft.MOST_CHOICES;
    }

    public int longestChoice() {
        return Draft.LONGEST_CHOICE;
    }

    public boolean open() {
        return shut == null;
    }
}
