package dev.parley.team;

import java.util.List;

/// What an agent says of themselves. Whether work is offered to who is so, their workstream says.
public enum Presence {
    AVAILABLE,
    BUSY,
    DO_NOT_DISTURB,
    AWAY,
    OFFLINE,
    /// Set by a missed offer, and never chosen.
    INACTIVE;

    /// {@return what agents may say of themselves}
    public static List<Presence> choices() {
        return List.of(AVAILABLE, BUSY, DO_NOT_DISTURB, AWAY, OFFLINE);
    }

    public boolean isChosen() {
        return this != INACTIVE;
    }
}
