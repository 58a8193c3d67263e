package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The narrow column at the far left: the current list, the number waiting in each, links to other
/// parts, and the user menu.
///
/// @param unread the number of the agent's own conversations with unread messages
/// @param open the number of unassigned conversations
/// @param mentions the number of unread mentions of this user
/// @param agent whether this user can be assigned conversations, and so has a presence
/// @param lists the lists that this user has
/// @param selected the open conversation, which stays open when the list changes
public record RailView(
        ListFilter show,
        List<ListFilter> lists,
        int unread,
        int open,
        int mentions,
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
