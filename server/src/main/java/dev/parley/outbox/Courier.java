package dev.parley.outbox;

import dev.parley.channel.Address;
import dev.parley.channel.ChannelSpecific;
import dev.parley.channel.Content;
import dev.parley.channel.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries messages out of the house. Each channel brings its own. Never throws for a thing that
/// the channel is known to say.
public interface Courier extends ChannelSpecific {
    Outcome carry(Parcel parcel);

    /// Puts a reaction on a message of this person's. Doing it twice is doing it once.
    ///
    /// @param reaction null to take back what was there
    Outcome react(Address to, String mid, @Nullable Reaction reaction);

    /// Looks whether a message whose answer was lost arrived after all.
    Trace trace(Parcel parcel, Instant notBefore);

    /// One message to one person.
    ///
    /// @param reference ours; the channel gives it back when it shows the message
    /// @param replyTo the mid of the message that it answers
    /// @param extended whether a person writes it after the standard period, in the time that the
    ///   channel adds for people
    record Parcel(
            String reference,
            Address to,
            Content content,
            @Nullable String replyTo,
            boolean extended) {}

    /// How it went. Every caller has to say what it does in each case.
    sealed interface Outcome {
        /// The channel has it.
        ///
        /// @param mid the channel's id of the message
        record Taken(String mid) implements Outcome {}

        /// The channel said no and will say no again.
        ///
        /// @param cause a stable code, for words that people understand
        /// @param detail what the channel said
        /// @param alerts whether an administrator has something to mend
        record Refused(String cause, String detail, boolean alerts) implements Outcome {}

        /// The channel takes nothing from us in this thread, because another app holds it.
        ///
        /// @param cause a stable code, for words that people understand
        /// @param detail what the channel said
        record HeldElsewhere(String cause, String detail) implements Outcome {}

        /// The channel had a passing problem with this message.
        ///
        /// @param tries how often it is tried
        /// @param lastly what it comes to once it has been tried so often
        record NotNow(String cause, String detail, int tries, Outcome lastly) implements Outcome {}

        /// The channel wants nothing of this endpoint for a while. That is no fault of the
        /// message's.
        ///
        /// @param pause how long, the first time; longer each time it says so again
        /// @param asked how long the channel asked for; null where it did not
        /// @param alerts whether an administrator has something to mend
        record EndpointRests(
                String cause,
                String detail,
                Duration pause,
                @Nullable Duration asked,
                boolean alerts)
                implements Outcome {}

        /// The channel takes nothing of this endpoint until an administrator has mended something.
        record EndpointStops(String cause, String detail) implements Outcome {}

        /// The channel could not be reached: the message never left.
        record Unreachable(String detail) implements Outcome {}

        /// We stopped listening before the channel answered: it may or may not have been taken.
        record Unknown(String detail) implements Outcome {}
    }

    /// What the channel's own record shows of a message.
    sealed interface Trace {
        /// The record could be read.
        ///
        /// @param mids the messages from us in the record that say the same, newest first
        /// @param bare those of which the record tells no more than that they are there
        record Seen(List<String> mids, List<String> bare) implements Trace {
            public Seen {
                mids = List.copyOf(mids);
                bare = List.copyOf(bare);
            }
        }

        /// The record could not be read, or does not reach back far enough.
        record CannotTell(String detail) implements Trace {}
    }
}
