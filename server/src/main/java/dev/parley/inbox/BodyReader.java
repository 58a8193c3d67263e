package dev.parley.inbox;

import dev.parley.channel.ChannelSpecific;

/// Processes a whole delivered body again, after the cause of its failure was fixed. Each channel
/// implements it.
public interface BodyReader extends ChannelSpecific {
    /// Accepts the events in this body, or stores it as a dead letter again.
    ///
    /// @param source where the body was received, as it was passed to {@link DeadLetters#add}
    void retry(String source, byte[] body);

    /// {@return this body without any data of a message that was unsent; empty when that data
    /// cannot be separated}
    ///
    /// @param messageId the channel's id of the message
    byte[] without(String messageId, byte[] body);

    /// {@return this body without any data of a person whose data is erased; empty when that data
    /// cannot be separated}
    ///
    /// @param person the channel's id of the person
    byte[] withoutPerson(String person, byte[] body);
}
