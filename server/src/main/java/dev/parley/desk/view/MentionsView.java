package dev.parley.desk.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of the mentions of a user, those first that are unread.
///
/// @param page the first is 1
/// @param more whether there is another page
/// @param unread how many are unread on all pages
public record MentionsView(List<Row> rows, int page, boolean more, int unread) {
    public MentionsView {
        rows = List.copyOf(rows);
    }

    /// A mention.
    ///
    /// @param noteId of the note, which is a message
    /// @param author who wrote it; empty when the user no longer exists
    /// @param number of the conversation
    /// @param text the start of the note; null when it was erased
    public record Row(
            UUID noteId,
            String author,
            String customerName,
            long number,
            Instant at,
            @Nullable List<NoteRun> text,
            boolean unread) {}
}
