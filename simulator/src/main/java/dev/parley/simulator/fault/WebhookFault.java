package dev.parley.simulator.fault;

import java.time.Duration;

/// A fault of webhooks.
///
/// @param by the delay, or the longest delay
/// @param many how many events one POST contains
public record WebhookFault(Kind kind, Duration by, int many) implements Effect {
    /// The kind of fault.
    public enum Kind {
        /// Lost: never posted and never retried.
        DROP,
        /// Posted twice.
        DUPLICATE,
        /// Posted after the person's next one.
        REORDER,
        /// Posted late; others overtake it.
        DELAY,
        /// Several events are the entries of one POST.
        BATCH,
        /// The response to a send is returned only after the app has received its echo.
        ECHO_FIRST,
        /// Signed with another secret than the app's; retried with the right signature.
        WRONG_SIGNATURE,
        /// Ids are JSON numbers, as in old captures.
        IDS_AS_NUMBERS,
        /// The event contains unknown fields.
        UNKNOWN_FIELDS,
        /// Times are in seconds.
        SECONDS_FOR_MILLIS,
        /// The first entry contains no event.
        EMPTY_ENTRY,
        /// The body begins with a byte order mark.
        BYTE_ORDER_MARK
    }
}
