package dev.parley.channel;

import dev.parley.channel.ConversationControl.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened in a channel, in terms that all channels share. `messageId` is the
/// channel's own id of a message.
public sealed interface ChannelEvent {
    /// The customer sent a message, or pressed a button.
    ///
    /// @param messageId null for the few actions to which the channel gives no id
    /// @param replyTo the message that this one answers, if it names one
    /// @param referral what led the customer here with this message; null when nothing did
    record Wrote(
            @Nullable String messageId,
            Instant at,
            Content content,
            @Nullable String replyTo,
            Content.@Nullable Act referral)
            implements ChannelEvent {}

    /// The customer did something besides writing.
    ///
    /// @param about the message that it refers to, if it names one
    record Acted(Instant at, Content content, Asks asks, @Nullable String about)
            implements ChannelEvent {}

    /// A message from the company's side was sent: by Parley, by another app, or by a person in the
    /// channel's own inbox.
    ///
    /// @param reference the reference that Parley passed along when it sent the message; null when
    ///   Parley did not send it
    /// @param by whose app sent it; null when the channel does not report it
    record Echoed(
            String messageId,
            Instant at,
            Content content,
            @Nullable String reference,
            @Nullable Party by)
            implements ChannelEvent {}

    /// A message that was not delivered, but found in the channel's message history afterwards.
    ///
    /// @param fromCompany whether the company's side sent it
    /// @param needsAnswer whether it is recent and unanswered, so that an agent should answer it
    /// @param after the channel's ids of earlier messages with the same time in the history, whose
    ///   times may be coarse
    /// @param before the channel's ids of later messages with the same time
    record Found(
            String messageId,
            Instant at,
            Content content,
            boolean fromCompany,
            boolean needsAnswer,
            List<String> after,
            List<String> before)
            implements ChannelEvent {
        public Found {
            after = List.copyOf(after);
            before = List.copyOf(before);
        }
    }

    /// Messages of the company's side were delivered.
    ///
    /// @param messageIds the messages that were delivered; may be empty
    /// @param watermark everything sent until then was delivered; null when the channel gave none
    record Delivered(List<String> messageIds, @Nullable Instant watermark) implements ChannelEvent {
        public Delivered {
            messageIds = List.copyOf(messageIds);
        }
    }

    /// Everything sent until `watermark` has been read.
    record Read(Instant watermark) implements ChannelEvent {}

    /// The customer or the company's side reacted to a message.
    ///
    /// @param emoji null when a reaction was removed
    /// @param fromCompany whether it was the company's side, and not the customer
    record Reacted(String messageId, Instant at, @Nullable String emoji, boolean fromCompany)
            implements ChannelEvent {}

    /// The author of a message edited it.
    ///
    /// @param number the number of the edit of this message, from 1; 0 where the channel does not
    ///   count
    /// @param fromCompany whether it was the company's side, and not the customer
    record Edited(String messageId, Instant at, String text, int number, boolean fromCompany)
            implements ChannelEvent {}

    /// The author of a message unsent it: its content must be erased everywhere.
    ///
    /// @param fromCompany whether it was the company's side, and not the customer
    record Unsent(String messageId, Instant at, boolean fromCompany) implements ChannelEvent {}

    /// Control of the conversation passed to another app or person, or was requested.
    record ControlChanged(Instant at, Content.Handover handover) implements ChannelEvent {}

    /// The channel itself shows a text to both sides.
    record ChannelNotice(Instant at, String text) implements ChannelEvent {}

    /// The channel warns or restricts an endpoint.
    record EndpointWarned(Instant at, Warning warning, @Nullable String reason)
            implements ChannelEvent {
        /// The severity of the channel's warning.
        public enum Warning {
            WARNED,
            BLOCKED,
            UNBLOCKED,
            OTHER
        }
    }

    /// Something that happened in a conversation that another app controls: for reading only.
    record ToAnotherApp(ChannelEvent event) implements ChannelEvent {}

    /// An event that has no effect, or whose content was erased.
    record Ignored() implements ChannelEvent {}

    /// What an action requires of the company besides being shown.
    enum Asks {
        NOTHING,
        A_READER,
        /// Opens the reply window, as a message does.
        AN_ANSWER
    }
}
