package dev.parley.simulator.world;

/// A line between the messages of a thread: that the person came by a link, gave consent, and so
/// on.
public record ThreadNote(long at, String kind, String about) {}
