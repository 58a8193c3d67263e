package dev.parley.messenger.admin.view;

import dev.parley.admin.kit.Tab;
import java.util.List;

/// What all tabs of the account settings have in common.
///
/// @param notice its text; empty for none
public record AccountFrame(String name, String address, List<Tab> tabs, String notice) {
    public AccountFrame {
        tabs = List.copyOf(tabs);
    }
}
