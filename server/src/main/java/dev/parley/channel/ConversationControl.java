package dev.parley.channel;

import org.jspecify.annotations.Nullable;

/// Changes which of the company's apps controls a conversation, where only one at a time may
/// answer. Each channel that supports this implements it. The channel may refuse a request.
public interface ConversationControl extends ChannelSpecific {
    /// Takes the conversation from the app that controls it.
    Answer take(Address customer);

    /// Asks the app that controls the conversation to pass it to Parley.
    Answer request(Address customer);

    /// Passes on a conversation that Parley controls.
    Answer pass(Address customer, Party to);

    /// Releases a conversation that Parley controls.
    Answer release(Address customer);

    /// An app or inbox that can control a conversation.
    ///
    /// @param app the channel's id of the app; null when it gives none
    record Party(Kind kind, @Nullable String app) {
        public static final Party PARLEY = new Party(Kind.PARLEY, null);
        public static final Party INBOX = new Party(Kind.INBOX, null);
        public static final Party ANOTHER = new Party(Kind.APP, null);

        /// The kind of party.
        public enum Kind {
            /// Parley.
            PARLEY,
            /// The channel's own inbox, where people of the company write.
            INBOX,
            /// Another app of the company, or one of the channel's own.
            APP
        }
    }

    /// The channel's answer.
    sealed interface Answer {
        record Done() implements Answer {}

        /// Nothing was changed.
        ///
        /// @param cause the stable code by which its explanation is found
        record Refused(String cause) implements Answer {}
    }
}
