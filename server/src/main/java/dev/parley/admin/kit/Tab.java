package dev.parley.admin.kit;

/// One of several sheets of a thing.
///
/// @param words on the tab
/// @param open whether it is the one that is shown
public record Tab(String words, String address, boolean open) {}
