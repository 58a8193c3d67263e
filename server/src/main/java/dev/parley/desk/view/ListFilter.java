package dev.parley.desk.view;

import java.util.Locale;

/// The views that every desk has.
public enum ListFilter {
    /// The agent's own: active, waiting and in wrap-up; and those into which a colleague asked
    /// them.
    MINE,
    /// The agent's own that wait for the customer.
    WAITING,
    /// The agent's own that are snoozed.
    SNOOZED,
    /// The unassigned ones in the agent's queues; for users who may read everything, in all queues.
    OPEN,
    /// All that are not closed and that the user may read.
    ALL,
    /// The agent's own that are closed; for users who may read everything, all of them.
    CLOSED;

    /// {@return its name in a URL, a text key or a class name}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
