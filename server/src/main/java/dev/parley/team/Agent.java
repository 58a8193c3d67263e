package dev.parley.team;

import dev.parley.identity.UserId;

/// An agent as work distribution sees them.
///
/// @param reachable whether a desk of theirs is open just now
/// @param capacity in units; each workstream says how many a conversation of its takes
public record Agent(UserId id, Presence presence, boolean reachable, int capacity) {}
