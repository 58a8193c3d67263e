package dev.parley.desk.view;

import dev.parley.workspace.AlertSettings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The user's own conversations with unread messages, for the script that alerts the user.
public record AlertsView(AlertSettings settings, List<Unread> unread) {
    public AlertsView {
        unread = List.copyOf(unread);
    }

    /// One conversation.
    ///
    /// @param at when the last message was written
    /// @param preview the last message; empty unless the user wants it in notifications
    public record Unread(UUID conversationId, String customerName, Instant at, String preview) {}
}
