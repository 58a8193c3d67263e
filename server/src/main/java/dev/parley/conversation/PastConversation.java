package dev.parley.conversation;

import dev.parley.conversation.Message.Note;
import dev.parley.identity.UserId;
import dev.parley.tag.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation as it was before Parley stores it.
///
/// @param conversation its state; the number in it is not used
/// @param entries in the order of their times; at least one is a message
public record PastConversation(Conversation conversation, List<Entry> entries) {
    public PastConversation {
        entries = List.copyOf(entries);
    }

    /// An entry of its timeline.
    public sealed interface Entry {
        /// When it was written, or happened.
        Instant at();
    }

    /// A message of the customer.
    ///
    /// @param channelMessageId the channel's id of the message
    public record FromCustomer(String channelMessageId, String text, Instant at) implements Entry {}

    /// A reply that the customer has read.
    ///
    /// @param channelMessageId the channel's id of the message
    public record FromAgent(String channelMessageId, UserId agent, String text, Instant at)
            implements Entry {}

    /// A note for colleagues.
    public record Internal(UserId agent, String text, Instant at) implements Entry {}

    /// A system line.
    ///
    /// @param agent who did it; null for Parley
    public record Happened(Note note, @Nullable UserId agent, Instant at) implements Entry {}

    /// An agent added a tag, which the conversation still has.
    public record Tagged(Tag tag, UserId agent, Instant at) implements Entry {}
}
