package dev.parley.admin.kit;

/// An option to choose.
///
/// @param about an explanation in one sentence; empty if its name is enough
public record SelectOption(String value, String words, String about, boolean chosen) {
    public SelectOption(String value, String words, boolean chosen) {
        this(value, words, "", chosen);
    }
}
