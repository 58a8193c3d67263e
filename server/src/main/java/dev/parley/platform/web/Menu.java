package dev.parley.platform.web;

import java.util.List;

/// What modules add to the menus: entries, and how many items wait at each.
public record Menu(List<MenuEntry> entries, List<Badge> badges) {
    public static final Menu EMPTY = new Menu(List.of(), List.of());

    public Menu {
        entries = List.copyOf(entries);
        badges = List.copyOf(badges);
    }

    /// {@return the entries of this part of the menu}
    public List<MenuEntry> at(String place) {
        return entries.stream().filter(entry -> entry.place().equals(place)).toList();
    }

    /// {@return how many items wait at this address}
    public long waiting(String address) {
        return badges.stream()
                .filter(badge -> badge.address().equals(address))
                .mapToLong(Badge::count)
                .sum();
    }
}
