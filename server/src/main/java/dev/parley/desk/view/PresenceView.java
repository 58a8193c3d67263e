package dev.parley.desk.view;

import dev.parley.team.Presence;
import java.util.List;

/// The agent's presence and the presences that can be chosen.
public record PresenceView(Presence current, List<Presence> options) {
    public PresenceView {
        options = List.copyOf(options);
    }
}
