package dev.parley.platform.web;

import java.util.List;

/// Menu entries, provided by the module that has the screens.
public interface MenuEntries {
    /// {@return the entries, in the order of the menu}
    List<MenuEntry> entries();
}
