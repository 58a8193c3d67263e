package dev.parley.desk.view;

import dev.parley.platform.language.Keys;

/// An agent's presence. `INACTIVE` is set by a missed offer and is never chosen.
public enum Presence {
    AVAILABLE,
    BUSY,
    DO_NOT_DISTURB,
    AWAY,
    INACTIVE,
    OFFLINE;

    /// {@return how it stands in a text key or a class name, such as `do-not-disturb`}
    public String word() {
        return Keys.word(name());
    }
}
