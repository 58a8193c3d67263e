package dev.parley.team;

/// Published after a queue was created, changed or deleted: other agents may be available now.
public record QueuesChanged() {}
