package dev.parley.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a customer may be written to, and until when.
public sealed interface ReplyWindow {

    /// Anything may be sent.
    ///
    /// @param closesAt null where the channel sets no end
    record Open(@Nullable Instant closesAt) implements ReplyWindow {}

    /// The standard period is over. Only what a person writes may be sent.
    record Extended(Instant closesAt) implements ReplyWindow {}

    /// Nothing may be sent until the customer writes.
    ///
    /// @param closedAt null when the customer never wrote
    /// @param extensionWouldHelp whether it would be open if an administrator switched the
    ///   extension on
    record Closed(@Nullable Instant closedAt, boolean extensionWouldHelp) implements ReplyWindow {}
}
