package dev.parley.desk.view;

/// Who wrote a message.
public record Author(Kind kind, String name) {
    public enum Kind {
        CUSTOMER,
        AGENT,
        BOT,
        /// An automated message.
        AUTOMATIC,
        /// Somebody of ours in Meta's own inbox.
        OUTSIDE
    }

    /// {@return `customer` or `ours`: the side of the thread on which it stands}
    public String side() {
        return kind == Kind.CUSTOMER ? "customer" : "ours";
    }
}
