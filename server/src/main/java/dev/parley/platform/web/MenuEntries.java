package dev.parley.platform.web;

import java.util.List;

/// Entries of a menu. The module that shows the screens brings them.
public interface MenuEntries {
    /// {@return the entries, in the order of the menu}
    List<MenuEntry> entries();
}
