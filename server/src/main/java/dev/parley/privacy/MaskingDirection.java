package dev.parley.privacy;

import dev.parley.conversation.Message;

/// Whose texts are masked.
public enum MaskingDirection {
    /// What customers write.
    CUSTOMER,
    /// What the company's side writes: agents, programs, and Parley itself.
    AGENT;

    /// {@return the direction of a message by this author}
    public static MaskingDirection of(Message.Author author) {
        return author == Message.Author.CUSTOMER ? CUSTOMER : AGENT;
    }
}
