package dev.parley.team;

/// Which of a queue's agents who could take a conversation is asked first.
public enum AssignmentMethod {
    /// Who has most capacity left; between equals, whose turn was longest ago.
    HIGHEST_CAPACITY,
    /// Whose turn in this queue was longest ago; who never had one, by when they joined it.
    ADVANCED_ROUND_ROBIN
}
