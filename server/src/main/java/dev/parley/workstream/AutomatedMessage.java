package dev.parley.workstream;

/// The settings of a message that Parley sends to customers automatically.
///
/// @param enabled whether it is sent
/// @param text the administrator's text; empty for the default text
public record AutomatedMessage(boolean enabled, String text) {
    /// The maximum length of the text, in characters.
    public static final int LONGEST = 500;

    /// The default.
    public static final AutomatedMessage DEFAULT = new AutomatedMessage(true, "");

    public AutomatedMessage {
        text = text.strip();
    }
}
