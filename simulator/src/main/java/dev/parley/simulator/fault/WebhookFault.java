package dev.parley.simulator.fault;

import java.time.Duration;

/// What goes wrong with webhooks.
///
/// @param by how late, at the latest
/// @param many how many events come in one POST
public record WebhookFault(Kind kind, Duration by, int many) implements Effect {
    /// In which way.
    public enum Kind {
        /// Lost on the way: never posted, and never tried again.
        DROP,
        /// Posted twice.
        DUPLICATE,
        /// Posted after the person's next one.
        REORDER,
        /// Posted late; others overtake it.
        DELAY,
        /// Several events come as entries of one POST.
        BATCH,
        /// The answer to a send comes only after the desk has taken its echo.
        ECHO_FIRST,
        /// Signed with something else than the app's secret; tried again with the right signature.
        WRONG_SIGNATURE,
        /// Ids come as JSON numbers, as in old captures.
        IDS_AS_NUMBERS,
        /// The event contains unknown fields.
        UNKNOWN_FIELDS,
        /// Times come in seconds.
        SECONDS_FOR_MILLIS,
        /// An entry without any event comes first.
        EMPTY_ENTRY,
        /// The body begins with a byte order mark.
        BYTE_ORDER_MARK
    }
}
