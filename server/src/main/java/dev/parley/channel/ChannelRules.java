package dev.parley.channel;

import java.time.Duration;
import java.util.Set;

/// What a channel allows. Each channel implements it, and all other code reads it through
/// [Channels], so that the rules of a channel are defined only in the channel.
///
/// Events show by themselves whether they reopen the reply window ([ChannelEvent.Wrote] always
/// does, [ChannelEvent.Acted] when it asks for an answer); edits and unsent messages are events
/// too. A channel that provides profiles, shows that an agent is typing, or lets apps take turns in
/// a conversation implements `Profiles`, [SenderActions] or [ConversationControl].
public interface ChannelRules extends ChannelSpecific {

    /// {@return the channel's display name, the same in all languages}
    String name();

    /// {@return how long the company may write to a customer}
    ReplyWindow replyWindow();

    TextRules texts();

    FileRules files();

    /// {@return what the channel supports besides messages}
    Set<Feature> features();

    /// {@return how long an app is assumed to control a conversation without activity; unused where
    /// apps do not take turns}
    default Duration controlTimeout() {
        return Duration.ZERO;
    }

    /// {@return the maximum rate at which one endpoint may send}
    SendRate sendRate();

    /// {@return whether resending a message that was refused for this cause can succeed}
    ///
    /// @param cause as reported by the channel's courier
    default Resend resend(String cause) {
        return Resend.POSSIBLE;
    }

    default boolean allows(Feature feature) {
        return features().contains(feature);
    }

    /// Something that some channels can do and others cannot.
    enum Feature {
        /// Reactions to the customer's messages.
        REACTIONS,
        /// Replies that quote a message.
        QUOTES
    }

    /// Whether a refused message succeeds when it is sent again.
    enum Resend {
        POSSIBLE,
        /// Only after the person has done something.
        AFTER_CUSTOMER_ACTIVITY,
        /// Only within the standard reply period.
        IN_THE_STANDARD_PERIOD,
        /// The message itself is the reason.
        NEVER
    }

    /// The rate at which one endpoint may send.
    ///
    /// @param texts messages per second
    /// @param media audio and video messages among them, per second
    record SendRate(int texts, int media) {}
}
