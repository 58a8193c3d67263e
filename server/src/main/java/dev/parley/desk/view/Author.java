package dev.parley.desk.view;

/// The author of a message.
public record Author(Kind kind, String name) {
    public enum Kind {
        CUSTOMER,
        AGENT,
        BOT,
        /// An automated message.
        AUTOMATIC,
        /// A person of the company in the channel's own inbox.
        OUTSIDE,
        /// Another app of the page, such as a bot.
        APP,
        /// A program that uses Parley's own app without Parley.
        OWN_APP,
        /// A person or program on the company's side, but not through Parley.
        ELSEWHERE
    }

    /// {@return `customer` or `ours`: the side of the timeline on which it is shown}
    public String side() {
        return kind == Kind.CUSTOMER ? "customer" : "ours";
    }
}
