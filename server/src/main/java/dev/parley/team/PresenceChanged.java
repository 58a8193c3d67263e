package dev.parley.team;

import dev.parley.identity.UserId;

/// Told after an agent's presence or reach changed. Says whose, not what.
public record PresenceChanged(UserId agent) {}
