package dev.parley.desk.view;

import java.util.Locale;

/// Which conversations the list shows.
public enum ListFilter {
    /// The agent's own: active, waiting and in wrap-up.
    MINE,
    /// Those nobody has yet, in the agent's queues.
    OPEN,
    /// Everybody's that go on, for supervisors.
    ALL,
    /// The agent's own that were closed today.
    CLOSED;

    /// {@return how it stands in an address, a text key or a class name}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
