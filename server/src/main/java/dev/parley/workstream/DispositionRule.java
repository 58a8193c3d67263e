package dev.parley.workstream;

/// Whether agents choose a disposition code before they close a conversation.
public enum DispositionRule {
    /// They are not asked.
    OFF,
    OPTIONAL,
    /// They cannot close it without one.
    REQUIRED
}
