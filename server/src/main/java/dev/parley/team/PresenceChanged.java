package dev.parley.team;

import dev.parley.identity.UserId;

/// Published after an agent's presence or reachability changed. Contains only the agent's id.
public record PresenceChanged(UserId agent) {}
