package dev.parley.platform.web;

/// A link to a screen in a menu.
///
/// @param place the part of the menu that it belongs to
/// @param name the key of its text
/// @param counts the key of what a [Badge] of this address counts; empty if there is none
public record MenuEntry(String place, String name, String address, String counts) {
    /// An entry without a count.
    public MenuEntry(String place, String name, String address) {
        this(place, name, address, "");
    }
}
