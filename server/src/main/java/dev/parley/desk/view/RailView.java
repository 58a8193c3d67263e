package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The narrow column at the far left: which list is shown, how many wait in each, the way to other
/// parts, and the user's own menu.
///
/// @param unread the agent's own conversations that hold something unread
/// @param open those that nobody has yet
/// @param agent whether this user is given conversations, and so has a presence
/// @param lists which lists there are for this user
/// @param selected the conversation that is open, which stays open when the list changes
public record RailView(
        ListFilter show,
        List<ListFilter> lists,
        int unread,
        int open,
        @Nullable UUID selected,
        PresenceView presence,
        String agentName,
        boolean agent,
        boolean maySupervise,
        boolean mayAdminister) {
    public RailView {
        lists = List.copyOf(lists);
    }
}
