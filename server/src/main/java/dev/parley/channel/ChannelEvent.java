package dev.parley.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened in a channel, in words that all channels share. `mid` is the channel's
/// own id of a message.
public sealed interface ChannelEvent {
    /// The customer sent a message, took a quick reply, or pressed a button.
    ///
    /// @param mid null for the few acts that the channel does not number
    /// @param replyTo the message that this one answers, if it names one
    record Wrote(@Nullable String mid, Instant at, Content content, @Nullable String replyTo)
            implements ChannelEvent {}

    /// A message from our side went out, whoever sent it: Parley, another app, or a person in the
    /// channel's own inbox.
    ///
    /// @param reference what Parley gave along when it sent the message; null when Parley did not
    record Echoed(String mid, Instant at, Content content, @Nullable String reference)
            implements ChannelEvent {}

    /// A message that was not delivered, but found in the channel's own record afterwards.
    ///
    /// @param ours whether it went out from our side
    /// @param calls whether it is recent and nobody has answered it, so that somebody should
    /// @param after the message before it, where the record shows one: times may be coarse there
    record Found(
            String mid,
            Instant at,
            Content content,
            boolean ours,
            boolean calls,
            @Nullable String after)
            implements ChannelEvent {}

    /// Messages of ours arrived.
    ///
    /// @param mids the messages that arrived; may be empty
    /// @param watermark everything sent until then has arrived; null when the channel did not say
    record Delivered(List<String> mids, @Nullable Instant watermark) implements ChannelEvent {
        public Delivered {
            mids = List.copyOf(mids);
        }
    }

    /// Everything sent until `watermark` has been read.
    record Read(Instant watermark) implements ChannelEvent {}

    /// The customer reacted to a message.
    ///
    /// @param emoji null when a reaction was taken back
    record Reacted(String mid, Instant at, @Nullable String emoji) implements ChannelEvent {}

    record Edited(String mid, Instant at, String text) implements ChannelEvent {}

    /// The customer took a message back: its content must be erased everywhere.
    record Unsent(String mid, Instant at) implements ChannelEvent {}

    /// An event of a kind that Parley does not read yet.
    ///
    /// @param name the channel's own name for it
    /// @param by whose doing it is
    record NotUnderstood(String name, Instant at, By by) implements ChannelEvent {
        /// Whose doing an event is, which decides what it may open.
        public enum By {
            /// Nobody's: it tells how the channel runs.
            CHANNEL,
            /// The customer's, but not of a kind that lets us write to them.
            CUSTOMER,
            /// The customer's, and it opens the reply window as a message does.
            CUSTOMER_INVITING
        }
    }
}
