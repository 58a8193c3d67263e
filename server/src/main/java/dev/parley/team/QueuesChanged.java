package dev.parley.team;

/// Told after a queue was created, changed or deleted: there may be somebody else to ask now.
public record QueuesChanged() {}
