package dev.parley.workstream;

/// How conversations of a workstream reach agents. Cannot be changed after its creation.
public enum DistributionMode {
    /// They are offered to agents, one after the other.
    PUSH,
    /// Agents pick them from the unassigned ones; there are no offers.
    PICK
}
