package dev.parley.outbox;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelSpecific;
import dev.parley.channel.Content;
import dev.parley.channel.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends messages to the channel. Each channel implements it. Does not throw for known answers of
/// the channel.
public interface Courier extends ChannelSpecific {
    Outcome send(OutgoingMessage outgoing);

    /// Puts a reaction on a message of this person. Idempotent.
    ///
    /// @param reaction null to remove the current one
    Outcome react(Address to, String messageId, @Nullable Reaction reaction);

    /// Checks whether a message whose response was lost was sent nevertheless.
    Lookup lookUp(OutgoingMessage outgoing, Instant notBefore);

    /// One message to one person.
    ///
    /// @param reference Parley's reference, which the channel returns with the echo of the message
    /// @param replyTo the channel's id of the message that it answers
    /// @param extended whether a person writes it after the standard period, in the time that the
    ///   channel adds for people
    record OutgoingMessage(
            String reference,
            Address to,
            Content content,
            @Nullable String replyTo,
            boolean extended) {}

    /// The result. Every caller has to handle each case.
    sealed interface Outcome {
        /// The channel accepted it.
        ///
        /// @param messageId the channel's id of the message
        record Accepted(String messageId) implements Outcome {}

        /// The channel refused it permanently.
        ///
        /// @param cause a stable code, for a text that users understand
        /// @param detail the channel's message
        /// @param alerts whether an administrator has to fix something
        record Refused(String cause, String detail, boolean alerts) implements Outcome {}

        /// The channel accepts nothing from Parley in this conversation, because another app
        /// controls it.
        ///
        /// @param cause a stable code, for a text that users understand
        /// @param detail the channel's message
        record ControlledElsewhere(String cause, String detail) implements Outcome {}

        /// The channel had a temporary problem with this message.
        ///
        /// @param tries the maximum number of attempts
        /// @param lastly the outcome after that many attempts
        record Temporary(String cause, String detail, int tries, Outcome lastly)
                implements Outcome {}

        /// The channel accepts nothing for this endpoint for a while. The message is not the cause.
        ///
        /// @param pause how long, the first time; longer each time it happens again
        /// @param asked how long the channel asked to wait; null when it did not
        /// @param alerts whether an administrator has to fix something
        record EndpointPaused(
                String cause,
                String detail,
                Duration pause,
                @Nullable Duration asked,
                boolean alerts)
                implements Outcome {}

        /// The channel accepts nothing for this endpoint until an administrator fixes something.
        record EndpointStopped(String cause, String detail) implements Outcome {}

        /// The channel could not be reached: the message was not sent.
        record Unreachable(String detail) implements Outcome {}

        /// The request ended before the channel answered: it may or may not have been accepted.
        record Unknown(String detail) implements Outcome {}
    }

    /// What the channel's message history shows of a message.
    sealed interface Lookup {
        /// The history could be read.
        ///
        /// @param messageIds the company's messages in the history with the same content, newest
        ///   first
        /// @param withoutDetails the channel's ids of those for which the history has no details
        record Entries(List<String> messageIds, List<String> withoutDetails) implements Lookup {
            public Entries {
                messageIds = List.copyOf(messageIds);
                withoutDetails = List.copyOf(withoutDetails);
            }
        }

        /// The history could not be read, or does not go back far enough.
        record Inconclusive(String detail) implements Lookup {}
    }
}
