package dev.parley.desk.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The narrow column at the far left: which list is shown, how many wait in each, the way to other
/// parts, and the agent's presence.
///
/// @param unread the agent's own conversations that hold something unread
/// @param open those that nobody has yet
/// @param selected the conversation that is open, which stays open when the list changes
public record RailView(
        Show show,
        int unread,
        int open,
        @Nullable UUID selected,
        PresenceView presence,
        String agentName,
        boolean maySupervise,
        boolean mayAdminister) {}
