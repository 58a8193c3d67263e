package dev.parley.channel;

import org.jspecify.annotations.Nullable;

/// Lets a company's apps take turns in a thread, where only one at a time may answer. Each channel
/// that knows such turns brings its own. Asks the channel, which may say no.
public interface ThreadControl extends ChannelSpecific {
    /// Takes the thread from whoever holds it.
    Answer take(Address thread);

    /// Asks whoever holds the thread to pass it on to us.
    Answer request(Address thread);

    /// Passes on a thread that we hold.
    Answer pass(Address thread, Party to);

    /// Lets go of a thread that we hold.
    Answer release(Address thread);

    /// One that can hold a thread.
    ///
    /// @param app what the channel calls an app; null where it does not say
    record Party(Kind kind, @Nullable String app) {
        public static final Party US = new Party(Kind.US, null);
        public static final Party INBOX = new Party(Kind.INBOX, null);
        public static final Party ANOTHER = new Party(Kind.APP, null);

        /// Who it is.
        public enum Kind {
            /// Parley.
            US,
            /// The channel's own inbox, where people of the company write.
            INBOX,
            /// Another app of the company, or one of the channel's own.
            APP
        }
    }

    /// What came of asking.
    sealed interface Answer {
        record Done() implements Answer {}

        /// Nothing was changed.
        ///
        /// @param cause the stable code under which people read about it
        record Refused(String cause) implements Answer {}
    }
}
