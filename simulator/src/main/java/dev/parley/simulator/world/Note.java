package dev.parley.simulator.world;

/// A line between the messages of a thread: that the person came by a link, gave consent, and so
/// on.
public record Note(long at, String kind, String about) {}
