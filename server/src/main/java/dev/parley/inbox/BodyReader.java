package dev.parley.inbox;

import dev.parley.channel.ChannelSpecific;

/// Takes a whole delivered body up again, after what stood in its way was mended. Each channel
/// brings its own.
public interface BodyReader extends ChannelSpecific {
    /// Accepts what is in this body, or sets it aside again.
    ///
    /// @param source where the body came in, as it was given to {@link DeadLetters#add}
    void takeUpAgain(String source, byte[] body);

    /// {@return this body without anything that it says of a message, which was taken back; empty
    /// when it cannot be told apart}
    ///
    /// @param mid the channel's id of the message
    byte[] without(String mid, byte[] body);

    /// {@return this body without anything that it says of a person, who is forgotten; empty when
    /// it cannot be told apart}
    ///
    /// @param person the channel's id of them
    byte[] withoutPerson(String person, byte[] body);
}
