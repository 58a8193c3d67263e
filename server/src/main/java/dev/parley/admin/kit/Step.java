package dev.parley.admin.kit;

/// One page of a wizard, as its frame shows it.
///
/// @param words the name of the page
/// @param address where it can be gone back to, or on to; empty where it cannot be gone to yet
public record Step(String words, String address, State state) {
    /// How far it is.
    public enum State {
        DONE,
        OPEN,
        AHEAD
    }

    /// {@return how it stands in a text key and in a class}
    public String word() {
        return switch (state) {
            case DONE -> "done";
            case OPEN -> "open";
            case AHEAD -> "ahead";
        };
    }
}
