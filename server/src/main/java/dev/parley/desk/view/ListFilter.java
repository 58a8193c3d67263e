package dev.parley.desk.view;

import java.util.Locale;

/// Which conversations the list shows.
public enum ListFilter {
    /// The agent's own: active, waiting and in wrap-up.
    MINE,
    /// The agent's own that are snoozed.
    SNOOZED,
    /// The unassigned ones, in the agent's queues.
    OPEN,
    /// All that are not closed, for supervisors.
    ALL,
    /// The agent's own that were closed today.
    CLOSED;

    /// {@return its name in a URL, a text key or a class name}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
