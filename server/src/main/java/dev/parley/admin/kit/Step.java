package dev.parley.admin.kit;

/// One page of a wizard, for the wizard's navigation.
///
/// @param words the name of the page
/// @param address the link to the page; empty if it is not available yet
public record Step(String words, String address, State state) {
    /// The progress of the page.
    public enum State {
        DONE,
        OPEN,
        AHEAD
    }

    /// {@return its name in text keys and CSS classes}
    public String word() {
        return switch (state) {
            case DONE -> "done";
            case OPEN -> "open";
            case AHEAD -> "ahead";
        };
    }
}
