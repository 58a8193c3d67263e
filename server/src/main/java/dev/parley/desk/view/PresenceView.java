package dev.parley.desk.view;

import dev.parley.team.Presence;
import java.util.List;

/// The agent's presence and what it may be changed to.
public record PresenceView(Presence current, List<Presence> options) {
    public PresenceView {
        options = List.copyOf(options);
    }

    /// {@return whether a missed offer has stopped new work until the agent says otherwise}
    public boolean missedAnOffer() {
        return current == Presence.INACTIVE;
    }
}
