package dev.parley.platform.web;

/// A number beside an entry of a menu: how much waits for somebody there. The module that knows it
/// brings it.
public interface Badge {
    /// {@return the address of the entry}
    String address();

    /// Asked only when the menu is drawn.
    long count();
}
