package dev.parley.workstream;

/// How conversations of a set of pages are handled.
public record Workstream(WorkstreamId id, String name) {}
