package dev.parley.team;

import dev.parley.identity.UserId;

/// An agent as work distribution sees them.
///
/// @param reachable whether the agent currently has an open desk
/// @param capacity in units; each workstream defines how many units one of its conversations uses
public record Agent(UserId id, Presence presence, boolean reachable, int capacity) {}
