package dev.parley.team;

/// To which of a queue's available agents a conversation is offered first.
public enum AssignmentMethod {
    /// The agent with most capacity left; between equals, the one whose turn was longest ago.
    HIGHEST_CAPACITY,
    /// The agent whose turn in this queue was longest ago; agents without a turn come first, in the
    /// order in which they joined it.
    ADVANCED_ROUND_ROBIN
}
