package dev.parley.workstream;

/// What an administrator has Parley say to customers of its own accord.
///
/// @param enabled whether it is said at all
/// @param text in the administrator's words; empty for the usual ones
public record AutomatedMessage(boolean enabled, String text) {
    /// How long it may be, in characters.
    public static final int LONGEST = 500;

    /// As long as no administrator chose otherwise.
    public static final AutomatedMessage USUAL = new AutomatedMessage(true, "");

    public AutomatedMessage {
        text = text.strip();
    }
}
