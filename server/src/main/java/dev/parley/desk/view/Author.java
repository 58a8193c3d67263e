package dev.parley.desk.view;

/// Who wrote a message.
public record Author(Kind kind, String name) {
    public enum Kind {
        CUSTOMER,
        AGENT,
        BOT,
        /// An automated message.
        AUTOMATIC,
        /// Somebody of ours in the channel's own inbox.
        OUTSIDE,
        /// Another app of the page's: a bot, say.
        APP,
        /// A program that uses Parley's own app without Parley.
        OWN_APP,
        /// Somebody or something on our side, but not through Parley.
        ELSEWHERE
    }

    /// {@return `customer` or `ours`: the side of the thread on which it stands}
    public String side() {
        return kind == Kind.CUSTOMER ? "customer" : "ours";
    }
}
