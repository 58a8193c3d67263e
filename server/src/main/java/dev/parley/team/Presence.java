package dev.parley.team;

/// What an agent says of themselves (reference 2.17).
public enum Presence {
    AVAILABLE,
    BUSY,
    DO_NOT_DISTURB,
    AWAY,
    OFFLINE;

    /// Whether work is offered to who is so.
    public boolean takesWork() {
        return this == AVAILABLE || this == BUSY;
    }
}
