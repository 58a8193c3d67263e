package dev.parley.workstream;

/// How conversations of a workstream come to agents. Settled when it is created.
public enum DistributionMode {
    /// They are offered to agents, one after the other.
    PUSH,
    /// Agents take them from what is open; nothing is offered.
    PICK
}
