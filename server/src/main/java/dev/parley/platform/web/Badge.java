package dev.parley.platform.web;

/// A number beside a menu entry: how many items wait there. Provided by the module that has these
/// items.
public interface Badge {
    /// {@return the address of the entry}
    String address();

    /// Called only when the menu is rendered.
    long count();
}
