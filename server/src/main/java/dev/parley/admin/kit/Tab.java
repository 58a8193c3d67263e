package dev.parley.admin.kit;

/// One of several tabs.
///
/// @param words the label of the tab
/// @param open whether it is the current one
public record Tab(String words, String address, boolean open) {}
