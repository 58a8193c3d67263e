package dev.parley.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether the company may write to a customer, and until when.
public sealed interface ReplyWindowState {

    /// Anything may be sent.
    ///
    /// @param closesAt null where the channel has no limit
    record Open(@Nullable Instant closesAt) implements ReplyWindowState {}

    /// The standard period is over. Only what a person writes may be sent.
    record Extended(Instant closesAt) implements ReplyWindowState {}

    /// Nothing may be sent until the customer writes.
    ///
    /// @param closedAt null when the customer never wrote
    /// @param extensionWouldHelp whether it would be open if an administrator switched the
    ///   extension on
    record Closed(@Nullable Instant closedAt, boolean extensionWouldHelp)
            implements ReplyWindowState {}
}
