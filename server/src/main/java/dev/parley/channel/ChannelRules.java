package dev.parley.channel;

import java.time.Duration;
import java.util.Set;

/// What a channel allows. Each channel brings its own, and everything else asks here through
/// [Channels], so that no rule of a channel stands anywhere but with the channel.
///
/// What reopens the reply window is told with the event itself ([ChannelEvent.Wrote] always does,
/// [ChannelEvent.Did] where it asks for an answer), and so are edits and what is taken back.
/// Whether a channel says who people are, shows that somebody is typing, or lets apps take turns in
/// a thread shows in whether it brings `Profiles`, [SenderActions] or [ThreadControl].
public interface ChannelRules extends ChannelSpecific {

    /// {@return what people call the channel, in all languages}
    String name();

    /// {@return until when customers may be written to}
    ReplyWindow replyWindow();

    TextRules texts();

    FileRules files();

    /// {@return what can be done here besides writing}
    Set<Feature> features();

    /// {@return how long an app is taken to hold a thread of which nothing is heard; of no meaning
    /// where apps take no turns}
    default Duration threadLapse() {
        return Duration.ZERO;
    }

    /// {@return how fast one endpoint may send at most}
    SendRate sendRate();

    /// {@return whether it helps to send a message again that was refused for this cause}
    ///
    /// @param cause as the channel's courier gave it
    default Resend resend(String cause) {
        return Resend.HELPS;
    }

    default boolean allows(Feature feature) {
        return features().contains(feature);
    }

    /// Something that some channels can do and others cannot.
    enum Feature {
        /// Reactions to what the customer wrote.
        REACTIONS,
        /// Replies that quote a message.
        QUOTES
    }

    /// Whether a message that was refused goes through when it is sent again.
    enum Resend {
        HELPS,
        /// Only once the person has done something.
        ONCE_THE_PERSON_IS_BACK,
        /// Only within the standard reply period.
        IN_THE_STANDARD_PERIOD,
        /// The message itself is the reason.
        NEVER
    }

    /// How fast one endpoint may send.
    ///
    /// @param texts messages a second
    /// @param media sounds and films among them, a second
    record SendRate(int texts, int media) {}
}
