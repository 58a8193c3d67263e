package dev.parley.team;

import java.util.List;

/// The status of an agent. The workstream defines which presences receive work.
public enum Presence {
    AVAILABLE,
    BUSY,
    DO_NOT_DISTURB,
    AWAY,
    OFFLINE,
    /// Set by a missed offer, and never chosen.
    INACTIVE;

    /// {@return the presences that agents can choose}
    public static List<Presence> choices() {
        return List.of(AVAILABLE, BUSY, DO_NOT_DISTURB, AWAY, OFFLINE);
    }

    public boolean isChosen() {
        return this != INACTIVE;
    }
}
