package dev.parley.channel;

import dev.parley.channel.ThreadControl.Party;
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
    /// @param cameBy what led the customer here with this very message; null where nothing did
    record Wrote(
            @Nullable String mid,
            Instant at,
            Content content,
            @Nullable String replyTo,
            Content.@Nullable Act cameBy)
            implements ChannelEvent {}

    /// The customer did something besides writing.
    ///
    /// @param about the message that it is about, if it names one
    record Did(Instant at, Content content, Asks asks, @Nullable String about)
            implements ChannelEvent {}

    /// A message from our side went out, whoever sent it: Parley, another app, or a person in the
    /// channel's own inbox.
    ///
    /// @param reference what Parley gave along when it sent the message; null when Parley did not
    /// @param by whose app sent it; null where the channel does not say
    record Echoed(
            String mid, Instant at, Content content, @Nullable String reference, @Nullable Party by)
            implements ChannelEvent {}

    /// A message that was not delivered, but found in the channel's own record afterwards.
    ///
    /// @param ours whether it went out from our side
    /// @param calls whether it is recent and nobody has answered it, so that somebody should
    /// @param after those before it that the record gives the same time, for it may be a coarse one
    /// @param before those after it of the same time
    record Found(
            String mid,
            Instant at,
            Content content,
            boolean ours,
            boolean calls,
            List<String> after,
            List<String> before)
            implements ChannelEvent {
        public Found {
            after = List.copyOf(after);
            before = List.copyOf(before);
        }
    }

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

    /// Somebody reacted to a message.
    ///
    /// @param emoji null when a reaction was taken back
    /// @param ours whether it was somebody on our side, and not the customer
    record Reacted(String mid, Instant at, @Nullable String emoji, boolean ours)
            implements ChannelEvent {}

    /// Whoever wrote a message changed what it says.
    ///
    /// @param number which edit of this message it is, from one on; zero where the channel does not
    ///   count
    /// @param ours whether it was somebody on our side, and not the customer
    record Edited(String mid, Instant at, String text, int number, boolean ours)
            implements ChannelEvent {}

    /// Whoever wrote a message took it back: its content must be erased everywhere.
    ///
    /// @param ours whether it was somebody on our side, and not the customer
    record Unsent(String mid, Instant at, boolean ours) implements ChannelEvent {}

    /// Somebody else may answer in the thread now, or wishes to.
    record Handed(Instant at, Content.Handover handover) implements ChannelEvent {}

    /// The channel itself says something to both sides.
    record Told(Instant at, String text) implements ChannelEvent {}

    /// The channel warns or restricts an endpoint.
    record EndpointWarned(Instant at, Warning warning, @Nullable String reason)
            implements ChannelEvent {
        /// How far the channel goes.
        public enum Warning {
            WARNED,
            BLOCKED,
            UNBLOCKED,
            OTHER
        }
    }

    /// Something that happened in a thread that another app holds: for reading only.
    record Overheard(ChannelEvent event) implements ChannelEvent {}

    /// It concerns nobody, or its content was erased.
    record Nothing() implements ChannelEvent {}

    /// What an act asks of us besides being shown.
    enum Asks {
        NOTHING,
        A_READER,
        /// It opens the reply window, as a message does.
        AN_ANSWER
    }
}
