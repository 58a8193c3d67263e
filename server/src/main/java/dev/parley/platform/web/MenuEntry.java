package dev.parley.platform.web;

/// A screen that a menu leads to.
///
/// @param place the part of the menu that it belongs to
/// @param name the key of its text
/// @param counts the key of what a [Badge] of this address counts; empty for nothing
public record MenuEntry(String place, String name, String address, String counts) {
    /// An entry that counts nothing.
    public MenuEntry(String place, String name, String address) {
        this(place, name, address, "");
    }
}
