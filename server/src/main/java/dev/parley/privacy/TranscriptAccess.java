package dev.parley.privacy;

/// Who may download the transcript of a conversation that they may read.
public enum TranscriptAccess {
    NOBODY,
    /// Supervisors and administrators.
    SUPERVISORS,
    /// Everybody who may read the conversation.
    READERS
}
