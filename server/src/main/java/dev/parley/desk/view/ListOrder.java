package dev.parley.desk.view;

import java.util.Locale;

/// The order of the list.
public enum ListOrder {
    /// Last message first.
    NEWEST,
    /// Longest without an answer first.
    WAITING,
    /// The reply window that closes soonest first.
    WINDOW;

    /// {@return its name in a URL, a text key or a class name}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
