package dev.parley.desk.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The narrow column at the far left: the current list, the number waiting in each, links to other
/// parts, and the user menu.
///
/// @param view the view beside it
/// @param counts how much there is in the views
/// @param agent whether this user can be assigned conversations, and so has a presence
/// @param lists the lists that this user has
/// @param selected the open conversation, which stays open when the list changes
public record RailView(
        ShownView view,
        List<ListFilter> lists,
        Counts counts,
        @Nullable UUID selected,
        PresenceView presence,
        String agentName,
        boolean agent,
        boolean maySupervise,
        boolean mayAdminister) {
    public RailView {
        lists = List.copyOf(lists);
    }

    /// {@return the view of these that is shown; null if it is a saved one}
    public @Nullable ListFilter current() {
        return view.saved() == null ? view.show() : null;
    }

    /// How much there is in the views that every desk has.
    ///
    /// @param unread the number of the agent's own conversations with unread messages
    /// @param open the number of unassigned conversations, at most 100
    /// @param waiting the number of the agent's own that wait for the customer
    /// @param snoozed the number of the agent's own that are snoozed
    /// @param mentions the number of unread mentions of this user, at most 100
    public record Counts(int unread, int open, int waiting, int snoozed, int mentions) {
        /// {@return the count to show beside this view; 0 for none}
        public int of(ListFilter view) {
            return switch (view) {
                case MINE -> unread;
                case OPEN -> open;
                case WAITING -> waiting;
                case SNOOZED -> snoozed;
                case ALL, CLOSED -> 0;
            };
        }
    }
}
