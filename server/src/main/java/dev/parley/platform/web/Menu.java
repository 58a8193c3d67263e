package dev.parley.platform.web;

import java.util.List;

/// What modules add to the menus of their users: entries, and how much waits behind each.
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

    /// {@return how much waits at this address}
    public long waiting(String address) {
        return badges.stream()
                .filter(badge -> badge.address().equals(address))
                .mapToLong(Badge::count)
                .sum();
    }
}
