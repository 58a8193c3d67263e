package dev.parley.conversation;

import dev.parley.identity.UserId;

/// A colleague who is in a conversation besides its agent. They read along and write internal
/// notes.
///
/// @param agent whom they help, to whom the conversation was assigned when they came
public record Participant(UserId user, Kind kind, UserId agent) {
    /// Why they are in it.
    public enum Kind {
        /// The agent consults them: until one of them ends it, or the conversation is closed or
        /// assigned to somebody else.
        CONSULTED,
        /// They were added to the conversation: until they leave, are removed, or it is closed.
        /// They are alerted of the customer's messages.
        ADDED
    }
}
