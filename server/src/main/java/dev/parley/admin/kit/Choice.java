package dev.parley.admin.kit;

/// One of several that can be chosen.
///
/// @param about what it means, in a sentence; empty where its name says it
public record Choice(String value, String words, String about, boolean chosen) {
    public Choice(String value, String words, boolean chosen) {
        this(value, words, "", chosen);
    }
}
