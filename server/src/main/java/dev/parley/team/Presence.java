package dev.parley.team;

/// What an agent says of themselves (reference 2.17). Whether work is offered to who is so, their
/// workstream says.
public enum Presence {
    AVAILABLE,
    BUSY,
    DO_NOT_DISTURB,
    AWAY,
    OFFLINE
}
